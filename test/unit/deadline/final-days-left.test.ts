import { describe, expect, test } from 'vitest';
import { createWorkingCalendar, type CalendarYear } from '../../../core/deadline/calendar.js';
import { finalDaysLeft } from '../../../core/deadline/final-days-left.js';

const aYear = (year: number, status: CalendarYear['status'] = 'final'): CalendarYear => ({
  ...{ year, status, zone: 'Asia/Ho_Chi_Minh', weeklyRest: ['SAT', 'SUN'] },
  ...{ weekdayOff: [], weekendWorked: [], notices: status === 'final' ? ['1/TB'] : [] },
});

describe('days until the calendar is no longer final', () => {
  test.each([
    ['the last day of the last year', [aYear(2026)], '2026-12-31', 1],
    ['sixty days before', [aYear(2026)], '2026-11-02', 60],
    ['a successor that is final', [aYear(2026), aYear(2027)], '2026-11-02', 425],
    ['a successor that is not final yet', [aYear(2026), aYear(2027, 'provisional')], '2026-11-02', 60],
    ['a gap', [aYear(2026), aYear(2028)], '2026-12-30', 2],
    ['a leap year', [aYear(2028)], '2028-01-01', 366],
    ['a year that has begun without a notice', [aYear(2026), aYear(2027, 'provisional')], '2027-01-01', 0],
    ['a year that nobody loaded', [aYear(2026)], '2031-05-01', 0],
  ])('%s', (...[, years, today, left]) => {
    expect(finalDaysLeft(createWorkingCalendar(years), today)).toBe(left);
  });
});
