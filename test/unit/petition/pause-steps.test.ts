import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../core/event-parts.js';
import type { Happening } from '../../../core/events.js';
import type { Jurisdiction } from '../../../core/petition/jurisdiction.js';
import { mustWake, nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { workflowEvent } from '../../../core/petition/workflow-events.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { smallJurisdiction, smallTimetable, WARD } from '../../support/asl/small-registers.js';
import { aDeadline, aPetition, closed, resolved, routed } from '../../support/builders/petition-builder.js';
import {
  answered,
  asked,
  feedbackGiven,
  pauseEnded,
  promisedBy,
  supplemented,
  withdrawn,
} from '../../support/builders/resident-happenings.js';
import { vn } from '../../support/instants.js';

const TIMETABLE = smallTimetable('thuong');
/** Asked at 08:32 on Monday. */
const ASKED_AT = vn('2025-03-03', '08:32');
const DUE = vn('2025-03-10', '17:00');
const UNTIL = vn('2025-03-17', '17:00');
/** Ten working days later. */
const MOVED = vn('2025-03-24', '17:00');

const before = (at: Instant): Instant => plusMs(at, -1);
/** A registry by which every holder ends at an instant. */
const endingAt = (at: Instant): Jurisdiction => ({
  ...smallJurisdiction(),
  tenureEnd: () => ({ at, because: 'holder-abolished' }),
});
const step = (petition: Petition, at: Instant, jurisdiction = smallJurisdiction()) =>
  nextStep(petition, { jurisdiction, timetable: TIMETABLE, now: at });
const atWard = (assignment: Partial<Assignment>, ...more: Happening[]): Petition =>
  aPetition(
    { data: { promised: promisedBy(DUE) } },
    routed({ holder: WARD, resolveBy: aDeadline(DUE), ...assignment }),
    ...more,
  );
const waiting = (assignment: Partial<Assignment> = {}) => atWard(assignment, asked(UNTIL));
const written = (petition: Petition, now: Instant, jurisdiction = smallJurisdiction()): Happening | null =>
  workflowEvent(petition, step(petition, now, jurisdiction), { jurisdiction, timetable: TIMETABLE, now });

describe('while the clock stands still', () => {
  test.each<[string, Instant, object]>([
    ['just asked', ASKED_AT, { next: 'AwaitResident', wakeAt: UNTIL }],
    ['on the day it was due', DUE, { next: 'AwaitResident', wakeAt: UNTIL }],
    ['just before the end', before(UNTIL), { next: 'AwaitResident', wakeAt: UNTIL }],
    ['at the end', UNTIL, { next: 'Resume' }],
    ['long after it', vn('2025-05-05', '09:00'), { next: 'Resume' }],
  ])('nothing is owed but to wait: %s', (_when, at, expected) => {
    expect(step(waiting(), at)).toEqual(expected);
  });

  test('the end of the holder ends it first, and then the matter moves', () => {
    const midnight = vn('2025-03-06', '00:00');
    const ending = endingAt(midnight);
    expect(step(waiting(), before(midnight), ending)).toEqual({ next: 'AwaitResident', wakeAt: midnight });
    expect(step(waiting(), midnight, ending)).toEqual({ next: 'Resume' });
    const resumed = atWard({}, asked(UNTIL), pauseEnded(MOVED, 'holder-abolished'));
    expect(step(resumed, midnight, ending)).toEqual({ next: 'Reassign' });
  });
});

describe('the end of a pause', () => {
  test('without an answer leaves what was left, however late the workflow looks', () => {
    const onTime = written(waiting(), UNTIL);
    expect(onTime).toMatchObject({
      type: 'PauseEnded',
      data: {
        ...{ taskNo: 1, because: 'no-answer' },
        ...{ resolveBy: { at: MOVED }, promised: { resolveBy: { at: MOVED } } },
      },
    });
    expect(written(waiting(), vn('2025-05-05', '09:00'))).toEqual(onTime);
  });

  test('by the end of the holder says so, also when the time to answer is over by then', () => {
    const ending = endingAt(vn('2025-03-06', '00:00'));
    const atOnce = written(waiting(), vn('2025-03-06', '00:00'), ending);
    expect(atOnce).toMatchObject({ type: 'PauseEnded', data: { because: 'holder-abolished' } });
    expect(written(waiting(), vn('2025-05-05', '09:00'), ending)).toEqual(atOnce);
  });

  test('is followed by the reminders ahead; what fell into the pause is not caught up', () => {
    const running = aPetition(
      { data: { promised: promisedBy(DUE) } },
      routed({ holder: WARD, resolveBy: aDeadline(DUE) }),
      asked(UNTIL),
      answered(MOVED),
    );
    const { at: now } = running.head;
    const passed = TIMETABLE.reminders(running.task?.openedAt ?? '', MOVED).map(() => before(now));
    const timetable = { ...TIMETABLE, reminders: () => passed };
    expect(passed.length).toBeGreaterThan(0);
    expect(nextStep(running, { jurisdiction: smallJurisdiction(), timetable, now })).toEqual({
      next: 'AwaitDecision',
      wakeAt: MOVED,
    });
  });

  test('leaves a late petition to the next authority when nothing was left', () => {
    const resumed = atWard({}, asked(UNTIL), pauseEnded(DUE));
    expect(step(resumed, UNTIL)).toEqual({ next: 'Escalate', lateSince: DUE });
  });
});

describe('the word of the resident', () => {
  test.each<[string, Happening]>([
    ['that it is settled', feedbackGiven(true)],
    ['that it is not, with nobody above', feedbackGiven(false)],
  ])('%s closes at once, delivered or not', (_what, feedback) => {
    expect(step(atWard({}, resolved(), feedback), ASKED_AT)).toEqual({ next: 'Close' });
  });

  test.each([
    [true, 'satisfied'],
    [false, 'nobody-above'],
  ])('satisfied (%s) is why it is closed', (satisfied, because) => {
    expect(written(atWard({}, resolved(), feedbackGiven(satisfied)), ASKED_AT)).toEqual({
      type: 'PetitionClosed',
      data: { because },
    });
  });

  test('that it is withdrawn leaves nothing to do', () => {
    expect(step(atWard({}, withdrawn()), DUE)).toEqual({ next: 'Done' });
    expect(step(aPetition({}, withdrawn()), DUE)).toEqual({ next: 'Done' });
    expect(step(atWard({}, resolved(), closed()), DUE)).toEqual({ next: 'Done' });
  });
});

describe('the sleeping workflow', () => {
  const wakes = (...[from, to]: [Petition, Petition]) =>
    mustWake(from, to, { jurisdiction: smallJurisdiction(), timetable: TIMETABLE, now: to.head.at });

  test.each<[string, Petition, Petition]>([
    ['a question', atWard({}), waiting()],
    ['an answer', waiting(), atWard({}, asked(UNTIL), answered(MOVED))],
    ['a decision while it waits', waiting(), atWard({}, asked(UNTIL), resolved())],
    ['a withdrawal', atWard({}), atWard({}, withdrawn())],
    ['a withdrawal while it waits', waiting(), atWard({}, asked(UNTIL), withdrawn())],
    ['a withdrawal before it was routed', aPetition(), aPetition({}, withdrawn())],
    ['feedback', atWard({}, resolved()), atWard({}, resolved(), feedbackGiven(true))],
  ])('is woken by %s', (_what, from, to) => {
    expect(wakes(from, to)).toBe(true);
  });

  test('sleeps on through what the resident adds', () => {
    expect(wakes(atWard({}), atWard({}, supplemented()))).toBe(false);
  });
});
