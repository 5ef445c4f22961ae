import { describe, expect, test } from 'vitest';
import type { Assignment, Happening } from '../../../core/events.js';
import { mustWake, nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { smallTimetable } from '../../support/asl/small-registers.js';
import {
  aDeadline,
  anAssignment,
  aPetition,
  aText,
  closed,
  resolved,
  routed,
} from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { tenureUntil } from '../../support/tenure-until.js';

const TIMETABLE = smallTimetable('thuong');
const MONDAY = vn('2025-03-03', '08:30');
const OPENED = plusMs(MONDAY, 60_000); // a Monday
const ACCEPT_BY = vn('2025-03-04', '17:00');
const DUE = vn('2025-03-10', '17:00');
/** Half of the working time to accept; half and a day before the deadline. */
const [HALF_OF_ACCEPT = ''] = TIMETABLE.reminders(OPENED, ACCEPT_BY);
const [HALF_OF_DUE = '', DAY_BEFORE_DUE = ''] = TIMETABLE.reminders(OPENED, DUE);

const before = (at: Instant): Instant => plusMs(at, -1);
const context = { timetable: TIMETABLE, jurisdiction: tenureUntil(null) };
const step = (petition: Petition, at: Instant) => nextStep(petition, { ...context, now: at });

const assigned = (assignment: Partial<Assignment> = {}, ...more: Happening[]): Petition =>
  aPetition(
    {},
    routed({ acceptBy: aDeadline(ACCEPT_BY), resolveBy: aDeadline(DUE), ...assignment }),
    ...more,
  );

const accept: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
const reminded = (
  planned: Instant,
  kind: 'before-due' | 'overdue' | 'follow-up' = 'before-due',
): Happening => ({
  type: 'HolderReminded',
  data: { taskNo: 1, kind, planned, copyToHead: false },
});
const delivered = (until: Instant): Happening => ({
  type: 'AnswerDelivered',
  data: { by: 'email', feedbackUntil: aDeadline(until) },
});

describe('the next step of', () => {
  test('a new petition is to be routed, a closed one is done', () => {
    expect(step(aPetition(), MONDAY)).toEqual({ next: 'Route' });
    expect(step(assigned({}, resolved(), closed()), DUE)).toEqual({ next: 'Done' });
  });

  test.each<[string, Petition, Instant, object]>([
    ['just opened', assigned(), OPENED, { next: 'AwaitDecision', wakeAt: HALF_OF_ACCEPT }],
    [
      'before the first reminder',
      assigned(),
      before(HALF_OF_ACCEPT),
      { next: 'AwaitDecision', wakeAt: HALF_OF_ACCEPT },
    ],
    [
      'at the first reminder',
      assigned(),
      HALF_OF_ACCEPT,
      { next: 'Remind', kind: 'before-due', planned: HALF_OF_ACCEPT },
    ],
    [
      'reminded once: overdue on the morning after the deadline for accepting',
      assigned({}, reminded(HALF_OF_ACCEPT)),
      HALF_OF_ACCEPT,
      { next: 'AwaitDecision', wakeAt: vn('2025-03-05', '08:00') },
    ],
    [
      'not accepted in time',
      assigned({}, reminded(HALF_OF_ACCEPT)),
      vn('2025-03-05', '08:00'),
      { next: 'Remind', kind: 'overdue', planned: vn('2025-03-05', '08:00') },
    ],
    [
      'slept through two mornings: the last one stands for both',
      assigned({}, reminded(HALF_OF_ACCEPT)),
      vn('2025-03-06', '15:00'),
      { next: 'Remind', kind: 'overdue', planned: vn('2025-03-06', '08:00') },
    ],
    ['accepted', assigned({}, accept), OPENED, { next: 'AwaitDecision', wakeAt: HALF_OF_DUE }],
    [
      'accepted, half of the time gone',
      assigned({}, accept),
      HALF_OF_DUE,
      { next: 'Remind', kind: 'before-due', planned: HALF_OF_DUE },
    ],
    [
      'accepted, half of the time gone, reminded of it',
      assigned({}, accept, reminded(HALF_OF_DUE)),
      HALF_OF_DUE,
      { next: 'AwaitDecision', wakeAt: DAY_BEFORE_DUE },
    ],
    [
      'accepted, all reminders slept through: the last stands for all',
      assigned({}, accept),
      before(DUE),
      { next: 'Remind', kind: 'before-due', planned: DAY_BEFORE_DUE },
    ],
    [
      'accepted and reminded',
      assigned({}, accept, reminded(DAY_BEFORE_DUE)),
      before(DUE),
      { next: 'AwaitDecision', wakeAt: DUE },
    ],
    ['due now', assigned({}, accept, reminded(DAY_BEFORE_DUE)), DUE, { next: 'Escalate', lateSince: DUE }],
    ['due long ago', assigned(), vn('2025-04-10', '09:00'), { next: 'Escalate', lateSince: DUE }],
  ])('a task that is %s', (...[, petition, at, expected]) => {
    expect(step(petition, at)).toEqual(expected);
  });

  test('the last owner is a reminder each working morning, from the morning after it was due', () => {
    const last = assigned({ isLastOwner: true }, accept, reminded(DAY_BEFORE_DUE));
    const first = vn('2025-03-11', '08:00');
    expect(step(last, DUE)).toEqual({ next: 'AwaitDecision', wakeAt: first });
    expect(step(last, first)).toEqual({ next: 'Remind', kind: 'overdue', planned: first });
    const again = assigned({ isLastOwner: true }, accept, reminded(vn('2025-03-14', '08:00'), 'overdue'));
    expect(step(again, vn('2025-03-14', '08:01'))).toEqual({
      next: 'AwaitDecision',
      wakeAt: vn('2025-03-17', '08:00'),
    });
  });

  test.each([
    [before(vn('2025-03-05', '00:00')), { next: 'AwaitDecision', wakeAt: vn('2025-03-05', '00:00') }],
    [vn('2025-03-05', '00:00'), { next: 'Reassign' }],
    [vn('2025-04-05', '00:00'), { next: 'Reassign' }],
  ])('a holder that ends at midnight by today’s registry, at %s', (at, expected) => {
    const jurisdiction = tenureUntil(vn('2025-03-05', '00:00'));
    const ending = assigned({}, reminded(HALF_OF_ACCEPT));
    expect(nextStep(ending, { ...context, jurisdiction, now: at })).toEqual(expected);
  });

  test('the Party lane is a question on the day of follow-up and each working morning after it, never late', () => {
    const followUpAt = aDeadline(vn('2025-04-02', '17:00'));
    const party = (...more: Happening[]) =>
      aPetition(
        { data: { lane: 'party' } },
        routed({ acceptBy: null, resolveBy: null, followUpAt }),
        ...more,
      );
    expect(step(party(), OPENED)).toEqual({ next: 'AwaitDecision', wakeAt: followUpAt.at });
    expect(step(party(), followUpAt.at)).toEqual({
      next: 'Remind',
      kind: 'follow-up',
      planned: followUpAt.at,
    });
    const asked = party(reminded(followUpAt.at, 'follow-up'));
    expect(step(asked, followUpAt.at)).toEqual({ next: 'AwaitDecision', wakeAt: vn('2025-04-03', '08:00') });
  });

  test('the reception desk has its own deadline and is escalated past it', () => {
    const desk = assigned({
      isTriage: true,
      acceptBy: null,
      resolveBy: aDeadline(vn('2025-03-05', '17:00')),
    });
    expect(step(desk, vn('2025-03-05', '17:00'))).toEqual({
      next: 'Escalate',
      lateSince: vn('2025-03-05', '17:00'),
    });
  });

  test.each<[string, Instant, object]>([
    ['before the time to object is over', before(DUE), { next: 'AwaitFeedback', wakeAt: DUE }],
    ['when it is over', DUE, { next: 'Close' }],
  ])('an answer that was delivered, %s', (_when, at, expected) => {
    expect(step(assigned({}, resolved(), delivered(DUE)), at)).toEqual(expected);
  });

  test('an answer that has reached nobody is a wait, whenever one looks', () => {
    const undelivered = assigned({}, resolved());
    for (const at of [OPENED, DUE, vn('2025-12-24', '12:00')])
      expect(step(undelivered, at)).toEqual({ next: 'AwaitFeedback', wakeAt: TIMETABLE.feedback(at).at });
  });

  test('an open task without any deadline is a fault of the data, not a petition that is forgotten', () => {
    expect(() => step(assigned({ acceptBy: null, resolveBy: null }, accept), OPENED)).toThrow(
      'without a next wake-up',
    );
  });

  test('anything that waits lies ahead', () => {
    const petitions = [
      assigned(),
      assigned({}, accept),
      assigned({ isLastOwner: true }),
      assigned({}, resolved()),
    ];
    for (const petition of petitions) {
      for (let at = OPENED; at < vn('2025-03-20', '00:00'); at = plusMs(at, 3_333_333)) {
        const next = step(petition, at);
        if ('wakeAt' in next) expect(next.wakeAt > at).toBe(true);
      }
    }
  });
});

describe('the sleeping workflow', () => {
  const wakes = (from: Petition, to: Petition, now: Instant = OPENED) =>
    mustWake(from, to, { ...context, now });
  const other = anAssignment({ acceptBy: aDeadline(ACCEPT_BY), resolveBy: aDeadline(DUE) });

  test('is woken by a new holder and by a decision', () => {
    const transferred: Happening = {
      type: 'PetitionTransferred',
      data: { taskNo: 1, text: aText(), assignment: other, weight: 1 },
    };
    expect(wakes(assigned(), assigned({}, transferred))).toBe(true);
    expect(wakes(assigned(), assigned({}, resolved()))).toBe(true);
  });

  test('sleeps on through a note, an acceptance and an extension: what they move, moves back', () => {
    const later = aDeadline(vn('2025-03-12', '17:00'));
    const extended: Happening = {
      type: 'DeadlineExtended',
      data: {
        taskNo: 1,
        text: aText(),
        resolveBy: later,
        promised: { firstNoticeBy: later, resolveBy: later },
      },
    };
    expect(
      wakes(assigned(), assigned({}, { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } })),
    ).toBe(false);
    expect(wakes(assigned(), assigned({}, accept))).toBe(false);
    expect(wakes(assigned({}, accept), assigned({}, accept, extended))).toBe(false);
  });

  test('is woken by an acceptance that brings a reminder of the deadline forward', () => {
    // Late in accepting, the next reminder is tomorrow's; once accepted, the one at half of the time is still to come today.
    const late = assigned({}, reminded(vn('2025-03-05', '08:00'), 'overdue'));
    const at = vn('2025-03-05', '09:00');
    const accepted = assigned({}, reminded(vn('2025-03-05', '08:00'), 'overdue'), accept);
    const today = vn('2025-03-05', '15:00');
    const timetable = {
      ...TIMETABLE,
      reminders: (_from: Instant, due: Instant) => (due === DUE ? [today] : []),
    };
    const then = { ...context, timetable, now: at };
    const morning = vn('2025-03-06', '08:00');
    expect(nextStep(late, then)).toEqual({ next: 'AwaitDecision', wakeAt: morning });
    expect(nextStep(accepted, then)).toEqual({ next: 'AwaitDecision', wakeAt: today });
    expect(mustWake(late, accepted, then)).toBe(true);
  });

  test('sleeps on when the answer was delivered: it looks when the time to object may be over', () => {
    const at = vn('2025-03-04', '09:00');
    const until = TIMETABLE.feedback(at).at;
    expect(wakes(assigned({}, resolved()), assigned({}, resolved(), delivered(until)), at)).toBe(false);
  });

  test('is woken when a wake-up is due already', () => {
    expect(
      wakes(
        assigned({}, accept),
        assigned({}, accept, { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } }),
        DUE,
      ),
    ).toBe(true);
  });
});
