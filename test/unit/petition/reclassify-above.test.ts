import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { owesCommitment } from '../../../core/petition/commitment.js';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent } from '../../../core/petition/fold.js';
import type { Petition, Task } from '../../../core/petition/petition.js';
import type { NewCategory } from '../../../core/petition/reclassify.js';
import {
  DISTRICT,
  NEIGHBOUR,
  PARTY_FACTS,
  SLOW_FACTS,
  smallJurisdiction,
  smallTimetable,
  WARD,
} from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aNextEvent,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { CONTEXT, input } from './deciding.js';

const SLOW: NewCategory = { category: SLOW_FACTS, timetable: smallTimetable('phuc-tap') };
const PARTY: NewCategory = { category: PARTY_FACTS, timetable: smallTimetable('khong-ky-han') };
const NOW = vn('2025-03-05', '09:00');
const SOON = aDeadline(vn('2025-03-06', '17:00'));
const at = (holder: typeof WARD, resolveBy = SOON) => anAssignment({ holder, resolveBy, acceptBy: null });

const held = (petition: Petition): Petition & { task: Task } => {
  if (petition.task === null) throw new Error('not open');
  return { ...petition, task: petition.task };
};

/** Classified anew where the rules name `lead`. */
const reclassified = (petition: Petition, lead: typeof WARD, newCategory = SLOW): Petition => {
  const rules = smallJurisdiction();
  const jurisdiction = {
    ...rules,
    first: (...asked: Parameters<typeof rules.first>) => ({ ...rules.first(...asked), holder: lead }),
  };
  const happening = decide(held(petition), input({ decision: 'reclassify' }), {
    ...CONTEXT,
    ...{ newCategory, jurisdiction, now: NOW },
  });
  return applyEvent(petition, aNextEvent(petition, happening, { at: NOW }));
};

const toDistrict = (because: 'commitment-missed' | undefined): Happening => ({
  type: 'PetitionEscalated',
  data: {
    ...{ taskNo: 1, assignment: at(DISTRICT), lateSince: NOW },
    ...(because !== undefined && { because }),
  },
});
const directed: Happening = {
  type: 'PetitionDirected',
  data: { taskNo: 2, text: aText(), assignment: at(WARD) },
};
const arbitrated: Happening = {
  type: 'ArbitrationRequested',
  data: { taskNo: 2, text: aText(), assignment: at(DISTRICT) },
};
const transferred: Happening = {
  type: 'PetitionTransferred',
  data: { taskNo: 1, text: aText(), assignment: at(NEIGHBOUR), weight: 1 },
};

describe('a new classification above', () => {
  it.each<[string, Petition, typeof WARD]>([
    [
      'whoever missed its commitment',
      aPetition({}, routed({ holder: WARD }), toDistrict('commitment-missed')),
      WARD,
    ],
    [
      'whoever asked for arbitration',
      aPetition({}, routed({ holder: WARD }), transferred, arbitrated),
      NEIGHBOUR,
    ],
    ['whoever passed it on before', aPetition({}, routed({ holder: WARD }), transferred, arbitrated), WARD],
  ])('does not bring the matter down to %s', (_who, petition, lead) => {
    expect(reclassified(petition, lead).task?.holder.id).toBe(DISTRICT.id);
  });

  it('lets nobody whom a superior named hand it on, nor move the superior’s date', () => {
    const petition = aPetition({}, routed({ holder: WARD }), toDistrict(undefined), directed);
    const { task } = reclassified(petition, NEIGHBOUR);
    expect(task?.holder.id).toBe(WARD.id);
    expect(task?.resolveBy?.at).toBe(SOON.at);
  });

  it('ends what was asked of the superior under other terms', () => {
    const petition = aPetition({}, routed({ holder: WARD }), {
      type: 'ExtensionRequested',
      data: { taskNo: 1, text: aText(), until: aDeadline(vn('2025-04-04', '17:00')), superior: DISTRICT },
    });
    expect(petition.task?.extensionRequest).not.toBeNull();
    expect(reclassified(petition, WARD).task?.extensionRequest).toBeNull();
  });

  it('into the Party lane asks for no commitment, where nothing is late', () => {
    const late = aPetition(
      { data: { promised: { firstNoticeBy: SOON, resolveBy: aDeadline(vn('2025-03-04', '17:00')) } } },
      routed({ holder: WARD }),
    );
    expect(owesCommitment(late, NOW)).toBe(true);
    expect(owesCommitment(reclassified(late, WARD, PARTY), NOW)).toBe(false);
  });
});
