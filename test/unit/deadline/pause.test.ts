import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { movedByPause } from '../../../core/deadline/pause.js';
import {
  moveWorkingDays,
  workingDaysBetween,
  workingMsBetween,
} from '../../../core/deadline/working-time.js';
import { localDayOf, type Instant } from '../../../core/time.js';
import { workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

/** Friday of the next week, at the end of the office hours. */
const DUE = vn('2025-03-14', '17:00');

const moved = (dueAt: Instant, since: Instant, until: Instant): Instant =>
  movedByPause(workingCalendar, { at: dueAt, unit: 'workingHours' }, { since, until }).at;

const movedInDays = (dueAt: Instant, since: Instant, until: Instant): Instant =>
  movedByPause(workingCalendar, { at: dueAt, unit: 'workingDays' }, { since, until }).at;

describe('a deadline in days after a pause', () => {
  test.each<[string, Instant, Instant, Instant]>([
    ['of minutes: as it was', vn('2025-03-04', '09:00'), vn('2025-03-04', '09:10'), DUE],
    [
      'of a whole day, answered that day: as it was',
      vn('2025-03-04', '07:30'),
      vn('2025-03-04', '17:00'),
      DUE,
    ],
    ['over a night: as it was', vn('2025-03-04', '17:00'), vn('2025-03-05', '07:30'), DUE],
    ['over a weekend: as it was', vn('2025-03-07', '17:00'), vn('2025-03-10', '07:30'), DUE],
    [
      'answered the next working day: one working day later',
      vn('2025-03-07', '16:00'),
      vn('2025-03-10', '08:00'),
      vn('2025-03-17', '17:00'),
    ],
    [
      'answered on a Sunday: as it was, the next working day has not begun',
      vn('2025-03-07', '16:00'),
      vn('2025-03-09', '20:00'),
      DUE,
    ],
    ['of minutes on the last day: as it was', vn('2025-03-14', '09:00'), vn('2025-03-14', '09:10'), DUE],
    [
      'that took most of the last day: the next working day is the last one',
      vn('2025-03-14', '09:00'),
      vn('2025-03-14', '16:50'),
      vn('2025-03-17', '17:00'),
    ],
    [
      'from the last day into its evening: nobody is late at once',
      vn('2025-03-14', '16:00'),
      vn('2025-03-14', '20:00'),
      vn('2025-03-17', '17:00'),
    ],
    [
      'of two weeks, past the deadline itself: ten working days later',
      vn('2025-03-04', '08:00'),
      vn('2025-03-18', '08:00'),
      vn('2025-03-28', '17:00'),
    ],
  ])('%s', (...[, since, until, expected]) => {
    expect(movedInDays(DUE, since, until)).toBe(expected);
  });

  test('counts working days also where the term counts days of the calendar', () => {
    const due = { at: DUE, unit: 'calendarDays' } as const;
    const pause = { since: vn('2025-03-04', '16:00'), until: vn('2025-03-05', '08:00') };
    expect(movedByPause(workingCalendar, due, pause).at).toBe(vn('2025-03-17', '17:00'));
  });
});

describe('a deadline in hours after a pause', () => {
  test.each<[string, Instant, Instant, Instant]>([
    [
      'of one morning: a morning later',
      vn('2025-03-04', '07:30'),
      vn('2025-03-04', '11:30'),
      vn('2025-03-17', '11:30'),
    ],
    ['over lunch: as it was', vn('2025-03-04', '11:30'), vn('2025-03-04', '13:00'), DUE],
    ['over a night: as it was', vn('2025-03-04', '17:00'), vn('2025-03-05', '07:30'), DUE],
    ['over a weekend: as it was', vn('2025-03-07', '17:00'), vn('2025-03-10', '07:30'), DUE],
    [
      'from noon to noon: one working day later',
      vn('2025-03-04', '13:00'),
      vn('2025-03-05', '13:00'),
      vn('2025-03-17', '17:00'),
    ],
    [
      'from Friday noon to Monday noon: one working day later',
      vn('2025-03-07', '13:00'),
      vn('2025-03-10', '13:00'),
      vn('2025-03-17', '17:00'),
    ],
    [
      'of half an hour: half an hour of the next working day',
      vn('2025-03-04', '09:00'),
      vn('2025-03-04', '09:30'),
      vn('2025-03-17', '08:00'),
    ],
    [
      'of two weeks, past the deadline itself: ten working days later',
      vn('2025-03-04', '08:00'),
      vn('2025-03-18', '08:00'),
      vn('2025-03-28', '17:00'),
    ],
    ['that is none: as it was', vn('2025-03-04', '09:00'), vn('2025-03-04', '09:00'), DUE],
  ])('%s', (...[, since, until, expected]) => {
    expect(moved(DUE, since, until)).toBe(expected);
  });

  test('says that it rests on a year that is not final, once it does', () => {
    const untilSoon = { since: vn('2025-03-04', '08:00'), until: vn('2025-03-04', '09:00') };
    expect(movedByPause(workingCalendar, { at: DUE, unit: 'workingHours' }, untilSoon).provisional).toBe(
      false,
    );
    const beyond = vn('2039-12-30', '17:00');
    expect(movedByPause(workingCalendar, { at: beyond, unit: 'workingHours' }, untilSoon).provisional).toBe(
      true,
    );
  });
});

const instants = fc
  .date({ min: new Date('2023-01-01T00:00:00Z'), max: new Date('2025-06-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const DAY_MS = 86_400_000;
const later = fc.integer({ min: 0, max: 20 * DAY_MS });
const after = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

const pauses = fc.tuple(instants, later).map(([since, ms]): [Instant, Instant] => [since, after(since, ms)]);

describe('whatever the pause, in days', () => {
  const atOfficeEnd = instants
    .map((at) => localDayOf(at))
    .filter((day) => workingCalendar.isWorkingDay(day))
    .map((day) => vn(day, '17:00'));

  test.prop({ dueAt: atOfficeEnd, since: instants, a: later, b: later })(
    'the deadline never comes forward, stays at the end of the office, and a longer pause never ends earlier',
    ({ dueAt, since, a, b }) => {
      const [short, long] = [a, a + b].map((ms) => movedInDays(dueAt, since, after(since, ms)));
      expect(dueAt <= (short ?? '') && (short ?? '') <= (long ?? '')).toBe(true);
      expect(short).toBe(vn(localDayOf(short ?? ''), '17:00'));
    },
  );

  test.prop({ since: instants, left: fc.integer({ min: 1, max: 30 }), length: later })(
    'as many working days are left as were',
    ({ since, left, length }) => {
      const dueAt = vn(moveWorkingDays(workingCalendar, localDayOf(since), left), '17:00');
      const until = after(since, length);
      const isWorked = workingMsBetween(workingCalendar, since, until) > 0;
      const days = workingDaysBetween(workingCalendar, until, movedInDays(dueAt, since, until));
      expect(isWorked ? days : left).toBe(left);
    },
  );
});

describe('whatever the pause, in hours', () => {
  test.prop([instants, instants, later])('the deadline never comes forward', (dueAt, since, length) => {
    expect(moved(dueAt, since, after(since, length)) >= dueAt).toBe(true);
  });

  test.prop({ dueAt: instants, since: instants, a: later, b: later })(
    'a longer one never ends earlier',
    ({ dueAt, since, a, b }) => {
      expect(moved(dueAt, since, after(since, a + b)) >= moved(dueAt, since, after(since, a))).toBe(true);
    },
  );

  test.prop({ dueAt: instants, since: instants, a: later, b: later })(
    'two on end move it as one does',
    ({ dueAt, since, a, b }) => {
      const between = after(since, a);
      const end = after(between, b);
      expect(moved(moved(dueAt, since, between), between, end)).toBe(moved(dueAt, since, end));
    },
  );

  test.prop({ dueAt: instants, a: pauses, b: pauses })(
    'two move it alike in either order',
    ({ dueAt, a, b }) => {
      expect(moved(moved(dueAt, ...a), ...b)).toBe(moved(moved(dueAt, ...b), ...a));
    },
  );

  test.prop([instants, later, later])('what was left of the term is left still', (since, left, length) => {
    const dueAt = after(since, left);
    const until = after(since, length);
    const wasLeft = workingMsBetween(workingCalendar, since, dueAt);
    expect(workingMsBetween(workingCalendar, until, moved(dueAt, since, until))).toBe(wasLeft);
  });
});
