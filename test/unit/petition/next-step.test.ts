import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../core/events.js';
import { nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { plusMs, type Instant } from '../../../core/time.js';
import {
  DAY_BEFORE_DUE,
  DUE,
  HALF_OF_ACCEPT,
  HALF_OF_DUE,
  MONDAY,
  OPENED,
  TIMETABLE,
  accept,
  assigned,
  before,
  delivered,
  reminded,
  step,
  WEEK_CONTEXT,
} from '../../support/builders/assigned-week.js';
import { aDeadline, aPetition, closed, resolved, routed } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { tenureUntil } from '../../support/tenure-until.js';

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
    expect(nextStep(ending, { ...WEEK_CONTEXT, jurisdiction, now: at })).toEqual(expected);
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
