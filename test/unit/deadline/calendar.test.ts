import { readdirSync, readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CalendarYearSchema, createWorkingCalendar } from '../../../core/deadline/calendar.js';
import { addDays } from '../../../core/deadline/local-day.js';
import { DEFAULT_OFFICE_HOURS, OfficeHoursSchema } from '../../../core/deadline/office-hours.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';

const daysOfYear = (year: number): string[] => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Working days of a year as counted by the people who collected the notices, not by this code. */
const WORKING_DAYS: Record<number, number> = {
  2021: 250,
  2022: 249,
  2023: 249,
  2024: 251,
  2025: 250,
  2026: 249,
};

const year2025 = calendarYears.find(({ year }) => year === 2025)!;

describe('working calendar', () => {
  it.each(Object.entries(WORKING_DAYS))('%s has %i working days', (year, count) => {
    expect(daysOfYear(Number(year)).filter((day) => workingCalendar.isWorkingDay(day))).toHaveLength(count);
  });

  it.each(calendarYears.map(({ year }) => year))(
    'agrees with the released file on every date of %i',
    (year) => {
      const folder = new URL('../../../registry/data/calendars/', import.meta.url);
      const file = readdirSync(folder).find((name) => name.startsWith(String(year)))!;
      const text = readFileSync(new URL(file, folder), 'utf8');
      const { weekdayOff, weekendWorked } = JSON.parse(text) as Record<string, string[]>;
      for (const day of daysOfYear(year)) {
        const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }).format(
          new Date(day),
        );
        const expected = weekday.startsWith('S') ? weekendWorked!.includes(day) : !weekdayOff!.includes(day);
        expect(workingCalendar.isWorkingDay(day), day).toBe(expected);
      }
    },
  );

  it('works make-up Saturdays and rests on the days they were given for', () => {
    expect(workingCalendar.isWorkingDay('2025-04-26')).toBe(true);
    expect(workingCalendar.isWorkingDay('2025-05-02')).toBe(false);
    expect(workingCalendar.isWorkingDay('2025-04-19')).toBe(false);
  });

  it('counts a missing year Monday to Friday and says that it is provisional', () => {
    const calendar = createWorkingCalendar([year2025]);
    expect(calendar.isWorkingDay('2030-01-01')).toBe(true);
    expect(calendar.isWorkingDay('2030-01-05')).toBe(false);
    expect(calendar.isProvisional('2030-01-01')).toBe(true);
    expect(calendar.isProvisional('2025-01-01', '2025-12-31')).toBe(false);
    expect(calendar.isProvisional('2025-12-31', '2026-01-01')).toBe(true);
  });

  it('marks a year whose notice is not out', () => {
    expect(workingCalendar.isProvisional('2026-12-31')).toBe(false);
    expect(workingCalendar.isProvisional('2027-01-01')).toBe(true);
  });

  it('refuses a year given twice', () => {
    expect(() => createWorkingCalendar([year2025, year2025])).toThrow(RangeError);
  });
});

describe('calendar version', () => {
  test.prop([fc.shuffledSubarray(calendarYears, { minLength: calendarYears.length })])(
    'does not depend on the order of years or days',
    (years) => {
      const reversed = years.map((year) => ({ ...year, weekdayOff: [...year.weekdayOff].reverse() }));
      expect(createWorkingCalendar(reversed).version).toBe(workingCalendar.version);
    },
  );

  it.each([
    ['a day off', { ...year2025, weekdayOff: year2025.weekdayOff.slice(1) }],
    ['a worked Saturday', { ...year2025, weekendWorked: [] }],
    ['the status', { ...year2025, status: 'provisional' as const }],
  ])('changes with %s', (_what, changed) => {
    expect(createWorkingCalendar([changed]).version).not.toBe(createWorkingCalendar([year2025]).version);
  });

  it('changes with the office hours', () => {
    const hours = { ...DEFAULT_OFFICE_HOURS, spans: [['08:00', '16:30'] as [string, string]] };
    expect(createWorkingCalendar([year2025], hours).version).not.toBe(
      createWorkingCalendar([year2025]).version,
    );
  });
});

describe('calendar year schema', () => {
  it.each([
    ['a weekend among the weekdays off', { weekdayOff: ['2025-01-04'] }],
    ['a weekday among the weekends worked', { weekendWorked: ['2025-04-25'] }],
    ['a day of another year', { weekdayOff: ['2026-01-01'] }],
    ['a day that does not exist', { weekdayOff: ['2025-02-30'] }],
    ['a day named twice', { weekdayOff: ['2025-01-01', '2025-01-01'] }],
    ['a final year without a notice', { notices: [] }],
    ['an unknown field', { holidays: [] }],
  ])('refuses %s', (_what, change) => {
    expect(CalendarYearSchema.safeParse({ ...year2025, ...change }).success).toBe(false);
  });
});

describe('office hours schema', () => {
  it.each([
    ['no span', []],
    ['an empty span', [['08:00', '08:00']]],
    [
      'overlapping spans',
      [
        ['07:30', '12:00'],
        ['11:00', '17:00'],
      ],
    ],
    ['a time that does not exist', [['07:30', '24:00']]],
  ])('refuses %s', (_what, spans) => {
    expect(OfficeHoursSchema.safeParse({ ...DEFAULT_OFFICE_HOURS, spans }).success).toBe(false);
  });

  it('takes the default', () => {
    expect(OfficeHoursSchema.parse(DEFAULT_OFFICE_HOURS)).toEqual(DEFAULT_OFFICE_HOURS);
  });
});
