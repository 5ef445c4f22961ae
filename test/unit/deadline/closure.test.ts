import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../../../core/deadline/calendar.js';
import { closedDays, ClosureSchema, type Closure } from '../../../core/deadline/closure.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';

const STORM: Closure = {
  id: 'bao-so-9-2026',
  units: ['w:1', 'd:9'],
  days: ['2026-09-10', '2026-09-09'],
  reason: 'storm',
  basis: '12/CĐ-UBND',
  status: 'sourced',
};
const FLOOD: Closure = {
  ...STORM,
  id: 'lut-2026',
  units: ['w:2', 'w:1'],
  days: ['2026-09-10', '2026-09-11'],
};

describe('closed days', () => {
  test.each<[string, string[], string[]]>([
    ['a ward that is named', ['w:2', 'd:1', 'p:1'], ['2026-09-10', '2026-09-11']],
    ['a ward of a district that is named', ['w:3', 'd:9', 'p:1'], ['2026-09-09', '2026-09-10']],
    ['both closures, each day once', ['w:1', 'd:1', 'p:1'], ['2026-09-09', '2026-09-10', '2026-09-11']],
    ['elsewhere', ['w:4', 'd:1', 'p:1'], []],
  ])('%s', (_where, line, days) => {
    expect(closedDays([STORM, FLOOD], line)).toEqual(days);
  });

  test('without any, a calendar has the version that it had before there were closures', () => {
    expect(createWorkingCalendar(calendarYears, undefined, []).version).toBe(workingCalendar.version);
    expect(createWorkingCalendar(calendarYears, undefined, ['2026-09-09']).version).not.toBe(
      workingCalendar.version,
    );
  });

  test('are not worked, also where the Saturday would have been', () => {
    const calendar = createWorkingCalendar(calendarYears, undefined, ['2026-08-22', '2026-09-09']);
    expect([workingCalendar.isWorkingDay('2026-08-22'), calendar.isWorkingDay('2026-08-22')]).toEqual([
      true,
      false,
    ]);
    expect(calendar.isWorkingDay('2026-09-09')).toBe(false);
  });
});

describe('an entry', () => {
  test.each<[string, object]>([
    ['a day that does not exist', { days: ['2026-02-30'] }],
    ['a day twice', { days: ['2026-09-09', '2026-09-09'] }],
    ['no place', { units: [] }],
    ['no basis although it is not assumed', { basis: '' }],
    ['an unknown field', { ward: 'w:1' }],
  ])('is refused with %s', (_what, change) => {
    expect(ClosureSchema.safeParse({ ...STORM, ...change }).success).toBe(false);
  });

  test('is taken as it should be', () => {
    expect(ClosureSchema.safeParse(STORM).success).toBe(true);
  });
});
