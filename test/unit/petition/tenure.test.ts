import { describe, expect, test } from 'vitest';
import type { Tenure } from '../../../core/petition/jurisdiction.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { endOfTenure, isTenured, tenureOf } from '../../../core/petition/tenure.js';
import type { Happening } from '../../../core/events.js';
import { smallTimetable } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { tenureUntil } from '../../support/tenure-until.js';

const MIDNIGHT = vn('2025-03-05', '00:00');
const DUE = aDeadline(vn('2025-03-10', '17:00'));
const terms = { acceptBy: DUE, resolveBy: DUE };

const hop = {
  transferred: {
    type: 'PetitionTransferred',
    data: { taskNo: 1, text: aText(), assignment: anAssignment(terms), weight: 1 },
  },
  escalated: {
    type: 'PetitionEscalated',
    data: { taskNo: 1, assignment: anAssignment(terms), lateSince: DUE.at },
  },
  reassigned: {
    type: 'PetitionReassigned',
    data: { taskNo: 1, assignment: anAssignment(terms), because: 'function-moved' },
  },
  triage: {
    type: 'PetitionReassigned',
    data: { taskNo: 1, assignment: anAssignment({ ...terms, isTriage: true }), because: 'holder-abolished' },
  },
} satisfies Record<string, Happening>;

const tenureAfter = (...more: Happening[]): Tenure | null => {
  const petition = aPetition({}, routed(terms), ...more);
  return petition.task === null ? null : tenureOf(petition, petition.task);
};

describe('the tenure of a holder', () => {
  const { rule } = anAssignment();

  test('rests on the rule that named it, from the hop on', () => {
    const petition = aPetition({}, routed(terms));
    expect(tenureAfter()).toEqual({
      holder: petition.task?.holder,
      ruleId: rule.id,
      since: petition.task?.openedAt,
    });
    expect(tenureAfter(hop.reassigned)?.ruleId).toBe(rule.id);
  });

  test('names the kind of its hop by what ended it', () => {
    const kinds = (...more: Happening[]) =>
      aPetition({}, routed(terms), ...more).hops.map(({ kind }) => kind);
    expect(kinds(hop.reassigned)).toEqual(['routed', 'function-moved']);
    expect(kinds(hop.triage)).toEqual(['routed', 'triage']);
  });

  test.each(['transferred', 'escalated', 'triage'] as const)('rests on the agency alone when %s', (kind) => {
    expect(tenureAfter(hop[kind])?.ruleId).toBeNull();
  });

  test('has no end before a task is open', () => {
    expect(endOfTenure(aPetition(), tenureUntil(MIDNIGHT))).toBeNull();
  });

  test('ends with the instant, not after it', () => {
    const petition = aPetition({}, routed(terms));
    const at = (now: string) => isTenured(petition, { jurisdiction: tenureUntil(MIDNIGHT), now });
    expect([at(vn('2025-03-04', '23:59')), at(MIDNIGHT)]).toEqual([true, false]);
    expect(isTenured(petition, { jurisdiction: tenureUntil(null), now: MIDNIGHT })).toBe(true);
  });

  test('goes on where the end was put off: what was known when the task was opened binds nobody', () => {
    const accepted: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
    const ending = aPetition({}, routed({ ...terms, holderValidTo: MIDNIGHT }), accepted);
    const context = { timetable: smallTimetable('thuong'), jurisdiction: tenureUntil(null), now: MIDNIGHT };
    expect(nextStep(ending, context).next).not.toBe('Reassign');
  });
});
