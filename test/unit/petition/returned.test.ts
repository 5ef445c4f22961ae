import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../core/event-parts.js';
import type { Happening } from '../../../core/events.js';
import { returned } from '../../../core/petition/duplicates.js';
import type { Jurisdiction, Tenure } from '../../../core/petition/jurisdiction.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import { isSuperiors } from '../../../core/petition/standing.js';
import { holderBegin } from '../../../core/petition/stood-still.js';
import { tenureOf } from '../../../core/petition/tenure.js';
import { NEW_WARD, NEIGHBOUR, smallJurisdiction, WARD } from '../../support/asl/small-registers.js';
import { linked, unlinked } from '../../support/builders/duplicate-happenings.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  RECEIVED_AT,
  routed,
} from '../../support/builders/petition-builder.js';
import { CONTEXT, DUE, LATEST, NOW, open } from './deciding.js';

const toWard = (more: Partial<Assignment> = {}): Assignment =>
  anAssignment({ holder: WARD, resolveBy: aDeadline(DUE), ...more });

const BY_WARD = routed({ holder: WARD, resolveBy: aDeadline(DUE) });

const transferred: Happening = {
  type: 'PetitionTransferred',
  data: { taskNo: 1, text: aText(), assignment: toWard(), weight: 1 },
};

const tenureIn = (petition: Petition): Tenure => {
  if (petition.task === null) throw new Error('not open');
  return tenureOf(petition, petition.task);
};

describe('a duplicate that stands alone again', () => {
  const { rule } = anAssignment();

  test('is held by the rule that chose its holder before, so that a move of competence moves it', () => {
    expect(tenureIn(aPetition({}, BY_WARD, linked(), unlinked(toWard()))).ruleId).toBe(rule.id);
  });

  test('stays where an official has sent it by name', () => {
    const named = aPetition({}, routed(), transferred, linked(), unlinked(toWard()));
    expect(tenureIn(named).ruleId).toBeNull();
  });

  test('is held by rule once it went to a successor', () => {
    const heir = unlinked(toWard({ holder: NEW_WARD }));
    expect(tenureIn(aPetition({}, routed(), transferred, linked(), heir)).ruleId).toBe(rule.id);
  });

  test('counts its terms from where the clock began; from the return only where they began afresh', () => {
    const back = aPetition({}, BY_WARD, linked(), unlinked(toWard()));
    expect(holderBegin(back)).toBe(RECEIVED_AT);
    const anew = aPetition({}, BY_WARD, linked(), unlinked(toWard({ resolveBy: aDeadline(LATEST) })));
    expect(holderBegin(anew)).toBe(anew.task?.openedAt);
    expect(holderBegin(anew)).not.toBe(RECEIVED_AT);
  });

  test('is a superior’s matter still where it had come up to one', () => {
    const up: Happening = {
      type: 'PetitionEscalated',
      data: { taskNo: 1, assignment: toWard(), lateSince: RECEIVED_AT },
    };
    expect(isSuperiors(aPetition({}, routed(), up, linked(), unlinked(toWard())))).toBe(true);
  });
});

describe('to whom it returns', () => {
  const held = (): Petition & { task: Task } => {
    const petition = open({}, linked());
    return { ...petition, task: petition.task };
  };
  const backTo = (jurisdiction: Jurisdiction): Assignment | null => {
    const happening = returned(held(), 'main-withdrawn', { ...CONTEXT, jurisdiction });
    return happening.type === 'DuplicateUnlinked' ? happening.data.assignment : null;
  };

  test('the holder, by the rule that chose it', () => {
    expect(backTo(smallJurisdiction())).toMatchObject({ holder: WARD, rule: anAssignment().rule });
  });

  test.each(['holder-abolished', 'function-moved'] as const)(
    'whoever has followed it, also while the registry still knows its name: %s',
    (because) => {
      const ended: Jurisdiction = {
        ...smallJurisdiction(),
        tenureEnd: () => ({ at: NOW, because }),
        successor: (_facts, { holder }) => ({
          ...anAssignment({ holder: holder.id === WARD.id ? NEW_WARD : NEIGHBOUR }),
        }),
      };
      expect(backTo(ended)?.holder).toEqual(NEW_WARD);
    },
  );
});
