import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { computeDeadline } from '../../../core/deadline/deadline.js';
import {
  inWorkingHours,
  nextOverdueReminder,
  remindersBefore,
  spread,
} from '../../../core/deadline/reminders.js';
import type { Term } from '../../../core/deadline/term.js';
import { workingDaysBetween, workingTimeBetween } from '../../../core/deadline/working-time.js';
import { localDayOf } from '../../../core/time.js';
import { workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

const instants = fc
  .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-06-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const due = (amount: number, unit: Term['unit'], from: string) =>
  computeDeadline(workingCalendar, { amount, unit, basis: '', status: 'assumed' }, from).at;

const isOfficeTime = (at: string): boolean => inWorkingHours(workingCalendar, at) === at;

describe('reminders before the deadline', () => {
  it('come at half of the working time and on the morning of the working day before', () => {
    const from = vn('2023-03-10', '07:30');
    const dueAt = due(5, 'workingDays', from);
    expect(remindersBefore(workingCalendar, { from, dueAt })).toEqual([
      vn('2023-03-15', '07:30'),
      vn('2023-03-16', '08:00'),
    ]);
  });

  it('come once when both fall on one morning', () => {
    const from = vn('2023-03-13', '09:00');
    const dueAt = due(3, 'workingDays', from);
    expect(remindersBefore(workingCalendar, { from, dueAt })).toEqual([vn('2023-03-15', '08:00')]);
  });

  it('leave out what would lie before the opening of a short term', () => {
    const from = vn('2023-03-13', '08:00');
    const dueAt = due(4, 'workingHours', from);
    expect(remindersBefore(workingCalendar, { from, dueAt })).toEqual([vn('2023-03-13', '10:00')]);
  });

  it('count working days back over a holiday', () => {
    const from = vn('2025-01-15', '08:00');
    const dueAt = vn('2025-02-03', '17:00');
    expect(remindersBefore(workingCalendar, { from, dueAt }).at(-1)).toBe(vn('2025-01-24', '08:00'));
  });

  it('follow the plan that is given', () => {
    const from = vn('2023-03-10', '07:30');
    const dueAt = due(10, 'workingDays', from);
    const plan = { beforeDueShares: [], beforeDueWorkingDays: [1, 3] };
    expect(remindersBefore(workingCalendar, { from, dueAt }, plan)).toEqual([
      vn('2023-03-21', '08:00'),
      vn('2023-03-23', '08:00'),
    ]);
  });

  it('leave out what the plan puts at or after the deadline', () => {
    const opened = { from: vn('2023-03-13', '14:00'), dueAt: vn('2023-03-14', '07:45') };
    const plan = { beforeDueShares: [1], beforeDueWorkingDays: [0] };
    expect(remindersBefore(workingCalendar, opened, plan)).toEqual([]);
  });

  it('are none when there is no office time left', () => {
    expect(
      remindersBefore(workingCalendar, { from: vn('2025-06-28', '08:00'), dueAt: vn('2025-06-29', '08:00') }),
    ).toEqual([]);
    expect(
      remindersBefore(workingCalendar, { from: vn('2025-06-28', '08:00'), dueAt: vn('2025-06-27', '08:00') }),
    ).toEqual([]);
  });

  test.prop([
    instants,
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom('workingDays', 'workingHours', 'calendarDays'),
  ])('ascend, lie in office hours between opening and deadline, one a day', (from, amount, unit) => {
    const dueAt = due(amount, unit, from);
    const planned = remindersBefore(workingCalendar, { from, dueAt });
    expect(planned).toEqual([...planned].sort());
    expect(new Set(planned.map(localDayOf)).size).toBe(planned.length);
    for (const at of planned) expect(at > from && at < dueAt && isOfficeTime(at), at).toBe(true);
  });
});

describe('reminders of what is overdue', () => {
  it('come at 08:00 of each working day', () => {
    const days: string[] = [];
    for (let at = vn('2025-04-24', '17:00'); days.length < 5; days.push(at))
      at = nextOverdueReminder(workingCalendar, at);
    expect(days).toEqual(
      ['2025-04-25', '2025-04-26', '2025-04-28', '2025-04-29', '2025-05-05'].map((day) => vn(day, '08:00')),
    );
  });

  it('come on the same day after a deadline before 08:00', () => {
    expect(nextOverdueReminder(workingCalendar, vn('2025-06-30', '07:59'))).toBe(vn('2025-06-30', '08:00'));
    expect(nextOverdueReminder(workingCalendar, vn('2025-06-30', '08:00'))).toBe(vn('2025-07-01', '08:00'));
  });

  test.prop([instants])('never stop and never skip a working day', (after) => {
    const at = nextOverdueReminder(workingCalendar, after);
    expect(at > after && isOfficeTime(at)).toBe(true);
    expect(workingDaysBetween(workingCalendar, after, at)).toBeLessThanOrEqual(1);
  });
});

describe('office hours for notices', () => {
  it.each([
    { day: '2025-06-30', time: '07:30', leavesOn: '2025-06-30', leavesAt: '07:30' },
    { day: '2025-06-30', time: '11:29', leavesOn: '2025-06-30', leavesAt: '11:29' },
    { day: '2025-06-30', time: '11:30', leavesOn: '2025-06-30', leavesAt: '13:00' },
    { day: '2025-06-30', time: '17:00', leavesOn: '2025-07-01', leavesAt: '07:30' },
    { day: '2025-06-28', time: '10:00', leavesOn: '2025-06-30', leavesAt: '07:30' },
    { day: '2025-04-26', time: '10:00', leavesOn: '2025-04-26', leavesAt: '10:00' },
  ])('a notice of $day $time leaves on $leavesOn $leavesAt', ({ day, time, leavesOn, leavesAt }) => {
    expect(inWorkingHours(workingCalendar, vn(day, time))).toBe(vn(leavesOn, leavesAt));
  });
});

describe('working time', () => {
  it('counts office minutes only', () => {
    const between = (a: string, b: string) => workingTimeBetween(workingCalendar, a, b);
    expect(between(vn('2025-06-27', '16:00'), vn('2025-06-30', '08:00'))).toBe(90);
    expect(between(vn('2025-06-30', '11:00'), vn('2025-06-30', '13:30'))).toBe(60);
    expect(between(vn('2025-06-30', '13:30'), vn('2025-06-30', '11:00'))).toBe(0);
  });

  test.prop([instants, instants, instants])('adds up', (x, y, z) => {
    const [a, b, c] = [x, y, z].sort() as [string, string, string];
    const whole = workingTimeBetween(workingCalendar, a, c);
    expect(workingTimeBetween(workingCalendar, a, b) + workingTimeBetween(workingCalendar, b, c)).toBeCloseTo(
      whole,
      3,
    );
  });

  test.prop([instants, fc.integer({ min: 1, max: 200 })])(
    'is what a term of working hours takes',
    (from, hours) => {
      expect(workingTimeBetween(workingCalendar, from, due(hours, 'workingHours', from))).toBeCloseTo(
        hours * 60,
        6,
      );
    },
  );
});

describe('working days late', () => {
  it.each([
    { what: 'before the deadline', day: '2025-04-25', time: '16:00', days: 0 },
    { what: 'in the evening of the day', day: '2025-04-25', time: '20:00', days: 0 },
    { what: 'on the worked Saturday after it', day: '2025-04-26', time: '08:00', days: 1 },
    { what: 'on the Sunday', day: '2025-04-27', time: '08:00', days: 1 },
    { what: 'after the holidays', day: '2025-05-05', time: '08:00', days: 4 },
  ])('$what', ({ day, time, days }) => {
    expect(workingDaysBetween(workingCalendar, vn('2025-04-25', '17:00'), vn(day, time))).toBe(days);
  });

  test.prop([instants, fc.integer({ min: 1, max: 60 })])(
    'are what a term of working days takes',
    (from, days) => {
      expect(workingDaysBetween(workingCalendar, from, due(days, 'workingDays', from))).toBe(days);
    },
  );
});

describe('spread', () => {
  test.prop([fc.string()])('is the same for the same seed and lies in the window', (seed) => {
    expect(spread(seed)).toBe(spread(seed));
    expect(spread(seed)).toBeGreaterThanOrEqual(0);
    expect(spread(seed)).toBeLessThan(30 * 60_000);
    expect(spread(seed, 0)).toBe(0);
  });

  it('fills the window evenly', () => {
    const minutes = Array.from({ length: 3000 }, (_, i) => Math.floor(spread(`petition-${i}`) / 60_000));
    const counts = Array.from({ length: 30 }, (_, minute) => minutes.filter((m) => m === minute).length);
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(160);
  });
});
