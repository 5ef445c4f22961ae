import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { createWorkingCalendar } from '../../../core/deadline/calendar.js';
import { computeDeadline } from '../../../core/deadline/deadline.js';
import { addDays, isWeekend } from '../../../core/deadline/local-day.js';
import { recountedAt } from '../../../core/deadline/recount.js';
import type { Term } from '../../../core/deadline/term.js';
import type { Instant, LocalDay } from '../../../core/time.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

const SINCE = vn('2026-09-07', '09:00'); // a Monday
const DUE = vn('2026-09-14', '17:00'); // five working days later

const closedOn = (...days: LocalDay[]) => createWorkingCalendar(calendarYears, undefined, days);

const recounted = (
  days: LocalDay[],
  more: { unit?: Term['unit']; now?: Instant; due?: Instant; since?: Instant } = {},
): Instant =>
  recountedAt({
    from: workingCalendar,
    to: closedOn(...days),
    unit: 'workingDays',
    since: SINCE,
    due: DUE,
    now: SINCE,
    ...more,
  });

describe('a deadline on a calendar that has changed', () => {
  test.each<[string, LocalDay[], Instant]>([
    ['a day in between is closed: a working day later', ['2026-09-09'], vn('2026-09-15', '17:00')],
    ['the last day is closed: the next one', ['2026-09-14'], vn('2026-09-15', '17:00')],
    ['two days: two later', ['2026-09-09', '2026-09-10'], vn('2026-09-16', '17:00')],
    ['the day it would move to is closed too', ['2026-09-14', '2026-09-15'], vn('2026-09-16', '17:00')],
    ['the day of receipt, which does not count', ['2026-09-07'], DUE],
    ['a day after the end', ['2026-09-15'], DUE],
    ['a Sunday', ['2026-09-13'], DUE],
  ])('%s', (_what, days, expected) => {
    expect(recounted(days)).toBe(expected);
  });

  test('a deadline that has passed stays', () => {
    expect(recounted(['2026-09-14'], { now: DUE })).toBe(DUE);
    expect(recounted(['2026-09-14'], { now: vn('2026-09-14', '16:59') })).toBe(vn('2026-09-15', '17:00'));
  });

  test('hours of work are given back from the hour on', () => {
    // Eight hours from Tuesday 10:00 end on Wednesday 10:00; with Tuesday closed they begin on Wednesday.
    const since = vn('2026-09-08', '10:00');
    const due = vn('2026-09-09', '10:00');
    expect(recounted(['2026-09-08'], { unit: 'workingHours', since, due, now: since })).toBe(
      vn('2026-09-09', '17:00'),
    );
  });

  test('days of the calendar move off a closed last day only; plain hours never move', () => {
    expect(recounted(['2026-09-09'], { unit: 'calendarDays' })).toBe(DUE);
    expect(recounted(['2026-09-14'], { unit: 'calendarDays' })).toBe(vn('2026-09-15', '17:00'));
    expect(recounted(['2026-09-14'], { unit: 'elapsed' })).toBe(DUE);
  });

  test('a Saturday that is worked brings it forward, but never to before the next working day', () => {
    const withSaturday = createWorkingCalendar(
      calendarYears.map((year) =>
        year.year === 2026 ? { ...year, weekendWorked: [...year.weekendWorked, '2026-09-12'] } : year,
      ),
    );
    const forward = (now: Instant) =>
      recountedAt({
        from: workingCalendar,
        to: withSaturday,
        unit: 'workingDays',
        since: SINCE,
        due: DUE,
        now,
      });
    expect(forward(vn('2026-09-08', '08:00'))).toBe(vn('2026-09-12', '17:00'));
    expect(forward(vn('2026-09-12', '09:00'))).toBe(DUE);
  });

  const day = fc.integer({ min: 0, max: 90 }).map((n) => addDays('2026-08-01', n));
  test.prop([fc.integer({ min: 1, max: 20 }), day, fc.uniqueArray(day, { maxLength: 8 })])(
    'is the one that counting from the beginning gives',
    (amount, received, days) => {
      const term: Term = { amount, unit: 'workingDays', basis: '', status: 'assumed' };
      const since = vn(received, '09:00');
      const closed = days.filter((each) => !isWeekend(each));
      const due = computeDeadline(workingCalendar, term, since).at;
      expect(recounted(closed, { since, due, now: since })).toBe(
        computeDeadline(closedOn(...closed), term, since).at,
      );
    },
  );
});
