import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { DomainError } from '../../../core/errors.js';
import type { Happening, PetitionEvent } from '../../../core/events.js';
import type { DecisionInput } from '../../../core/petition/decision-input.js';
import { decide } from '../../../core/petition/decisions.js';
import { applyEvent, foldHistory } from '../../../core/petition/fold.js';
import { nextStep } from '../../../core/petition/next-step.js';
import { isLate, type Petition } from '../../../core/petition/petition.js';
import { MAX_RECLASSIFICATIONS, type NewCategory } from '../../../core/petition/reclassify.js';
import { residentEvent, type ResidentAct } from '../../../core/petition/resident-acts.js';
import {
  isAllowed,
  isDecided,
  isEnded,
  isHeld,
  TRANSITIONS,
  type Command,
  type Decision,
} from '../../../core/petition/transitions.js';
import { workflowEvent } from '../../../core/petition/workflow-events.js';
import { plusMs, type Instant } from '../../../core/time.js';
import {
  FACTS,
  NEIGHBOUR,
  SLOW_CATEGORY,
  SLOW_FACTS,
  smallJurisdiction,
  smallTimetable,
} from '../../support/asl/small-registers.js';
import { aFirstEvent, aNextEvent, aText } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { input } from './deciding.js';

const TIMETABLE = smallTimetable('thuong');
/** Districts end in the middle of it all. */
const JURISDICTION = smallJurisdiction(vn('2025-03-20', '00:00'));
const HOUR_MS = 3_600_000;

type Move =
  { by: 'holder'; decision: Decision } | { by: 'resident'; act: ResidentAct } | { by: 'workflow' | 'desk' };

const acts: ResidentAct[] = [
  { kind: 'answer', text: aText() },
  { kind: 'feedback', satisfied: true, rating: null, text: null },
  { kind: 'feedback', satisfied: false, rating: 1, text: aText() },
  { kind: 'withdraw', text: null },
];
const decisions = (Object.keys(TRANSITIONS) as Command[]).filter((command): command is Decision =>
  (TRANSITIONS[command].by as readonly string[]).includes('holder'),
);
const moves: fc.Arbitrary<{ move: Move; hours: number }> = fc.record({
  hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 100, max: 400 })),
  move: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Move>({ by: 'workflow' }) },
    {
      weight: 5,
      arbitrary: fc.constantFrom(...decisions).map((decision): Move => ({ by: 'holder', decision })),
    },
    // Withdrawals end everything: most walks are to get further.
    {
      weight: 5,
      arbitrary: fc.constantFrom(...acts.slice(0, 3)).map((act): Move => ({ by: 'resident', act })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...acts).map((act): Move => ({ by: 'resident', act })) },
    { weight: 1, arbitrary: fc.constant<Move>({ by: 'desk' }) },
  ),
});

const FIELDS: Partial<DecisionInput> = {
  agency: NEIGHBOUR.id,
  until: '2025-03-12',
  ground: 'already-settled',
  track: 'khieu-nai',
  body: aText('c'.repeat(64)),
};

const timetableFor = ({ serviceClass }: Petition) =>
  smallTimetable(serviceClass === 'phuc-tap' ? 'phuc-tap' : 'thuong');

/** To and fro between two categories with other leads and other terms. */
const otherCategory = ({ category }: Petition): NewCategory =>
  category === SLOW_CATEGORY
    ? { category: FACTS, timetable: smallTimetable('thuong') }
    : { category: SLOW_FACTS, timetable: smallTimetable('phuc-tap') };

const delivered = (petition: Petition, now: Instant): Happening | null =>
  isDecided(petition.status) && petition.delivered === null
    ? { type: 'AnswerDelivered', data: { by: 'phone', feedbackUntil: TIMETABLE.feedback(now) } }
    : null;

const decided = (petition: Petition, decision: Decision, now: Instant): Happening | null => {
  const { task } = petition;
  if (task === null || !isAllowed(decision, petition.status, 'holder')) return null;
  const context = {
    ...{ jurisdiction: JURISDICTION, timetable: timetableFor(petition), now },
    ...({ evidenceRule: 'none', newCategory: otherCategory(petition) } as const),
  };
  return decide({ ...petition, task }, input({ ...FIELDS, decision }), context);
};

/** What the move makes; null when it is refused or owes nothing. */
const happeningOf = (petition: Petition, move: Move, now: Instant): Happening | null => {
  const context = { jurisdiction: JURISDICTION, timetable: timetableFor(petition), now };
  try {
    if (move.by === 'holder') return decided(petition, move.decision, now);
    if (move.by === 'workflow') return workflowEvent(petition, nextStep(petition, context), context);
    if (move.by === 'resident') return residentEvent(petition, move.act, context);
    return delivered(petition, now);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};

const walk = (steps: readonly { move: Move; hours: number }[]) => {
  const { at } = aFirstEvent();
  const promised = { firstNoticeBy: TIMETABLE.firstNotice(at), resolveBy: TIMETABLE.resolve(at) };
  const first = aFirstEvent({ data: { promised } });
  const events: PetitionEvent[] = [first];
  const records: Petition[] = [applyEvent(null, first)];
  let now = at;
  for (const { move, hours } of steps) {
    now = plusMs(now, hours * HOUR_MS);
    const petition = records.at(-1)!;
    const happening = happeningOf(petition, move, now);
    if (happening === null) continue;
    const event = aNextEvent(petition, happening, { at: now });
    events.push(event);
    records.push(applyEvent(petition, event));
  }
  return { events, records };
};

const walks = fc.array(moves, { minLength: 5, maxLength: 30 });

/** The pairs of a record and the one after it. */
const pairs = (records: readonly Petition[]): [Petition, Petition][] =>
  records.slice(1).map((after, i) => [records[i]!, after]);

describe('whatever officials, the resident and the workflow do in turn', () => {
  test.prop([walks])('the fold of the history is the record', (steps) => {
    const { events, records } = walk(steps);
    expect(foldHistory(events)).toEqual(records.at(-1));
  });

  test.prop([walks])('every event is one that the table allows in that state', (steps) => {
    const { events, records } = walk(steps);
    for (const [i, [before, after]] of pairs(records).entries()) {
      const commands = Object.values(TRANSITIONS).filter(({ event }) => event === events[i + 1]?.type);
      const fitting = commands.filter(
        ({ from, to }) =>
          (from as readonly string[]).includes(before.status) && (to ?? before.status) === after.status,
      );
      expect(fitting).not.toEqual([]);
    }
  });

  test.prop([walks])('there is a task exactly while somebody works on it or may have to again', (steps) => {
    for (const { status, task, outcome, closedAt } of walk(steps).records) {
      expect(task !== null).toBe(isHeld(status) || isDecided(status));
      expect(outcome !== null).toBe(isDecided(status) || status === 'CLOSED');
      expect(closedAt !== null).toBe(isEnded(status));
      expect((task?.pause ?? null) !== null).toBe(status === 'WAITING_RESIDENT');
    }
  });

  test.prop([walks])(
    'a second look, an appeal, the pauses of a task and new classifications are bounded',
    (steps) => {
      for (const { task, reopenings, appeals, reclassifications } of walk(steps).records) {
        expect(reclassifications.length).toBeLessThanOrEqual(MAX_RECLASSIFICATIONS);
        expect(reopenings).toBeLessThanOrEqual(1);
        expect(appeals).toBeLessThanOrEqual(reopenings);
        expect(task?.pauses ?? 0).toBeLessThanOrEqual(TIMETABLE.maxPauses);
      }
    },
  );

  test.prop([walks])('what is late stays late, and nothing becomes late by an event', (steps) => {
    for (const [before, after] of pairs(walk(steps).records)) {
      const { at } = after.head;
      if (isLate(before, at)) expect(isLate(after, at)).toBe(true);
      // But by a pause that ended long ago, when the workflow looks too late.
      else if (after.status !== 'ACCEPTED') expect(isLate(after, at)).toBe(false);
    }
  });

  test.prop([walks])('no pause takes anything of the terms', (steps) => {
    const terms = ({ task, promised }: Petition) => [task?.resolveBy?.at ?? '', promised.resolveBy?.at ?? ''];
    for (const [before, after] of pairs(walk(steps).records)) {
      if (before.status !== 'WAITING_RESIDENT' || after.status !== 'ACCEPTED') continue;
      for (const [i, at] of terms(before).entries()) expect((terms(after)[i] ?? '') >= at).toBe(true);
    }
  });

  test.prop([walks, fc.integer({ min: 0, max: 4_000 })])(
    'there is always a next step, and whoever waits wakes ahead',
    (steps, hours) => {
      for (const record of walk(steps).records) {
        const now = plusMs(record.head.at, hours * HOUR_MS);
        const step = nextStep(record, { jurisdiction: JURISDICTION, timetable: timetableFor(record), now });
        if ('wakeAt' in step) expect(step.wakeAt > now).toBe(true);
        expect(step.next === 'Done').toBe(isEnded(record.status));
      }
    },
  );

  test.prop([walks])('the workflow alone brings it to a rest in a few steps, without a loop', (steps) => {
    let petition = walk(steps).records.at(-1)!;
    const now = plusMs(petition.head.at, 2_000 * HOUR_MS);
    for (let i = 0; ; i++) {
      const happening = happeningOf(petition, { by: 'workflow' }, now);
      if (happening === null) break;
      expect(i).toBeLessThan(20);
      petition = applyEvent(petition, aNextEvent(petition, happening, { at: now }));
    }
  });
});
