import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../core/deadline/calendar.js';
import { computeDeadline } from '../../../core/deadline/deadline.js';
import { DEFAULT_OFFICE_HOURS } from '../../../core/deadline/office-hours.js';
import type { Term } from '../../../core/deadline/term.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

const term = (amount: number, unit: Term['unit']): Term => ({ amount, unit, basis: '', status: 'assumed' });
const due = (amount: number, unit: Term['unit'], from: string) =>
  computeDeadline(workingCalendar, term(amount, unit), from).at;

describe('working days', () => {
  it.each([
    ['2021-05-31', 10, '2021-06-14'],
    ['2023-03-10', 5, '2023-03-17'],
    ['2022-03-11', 10, '2022-03-25'],
    ['2024-11-25', 10, '2024-12-09'],
    ['2025-01-24', 10, '2025-02-14'],
    ['2025-04-25', 3, '2025-04-29'],
    ['2025-06-26', 5, '2025-07-03'],
    ['2026-11-23', 1, '2026-11-25'],
  ])('received on %s, %i working days end on %s at closing time', (received, amount, last) => {
    expect(due(amount, 'workingDays', vn(received, '09:15'))).toBe(vn(last, '17:00'));
  });

  it.each(['00:00', '07:29', '12:10', '17:00', '23:59'])(
    'do not depend on the hour of receipt (%s)',
    (time) => {
      expect(due(1, 'workingDays', vn('2025-06-30', time))).toBe(vn('2025-07-01', '17:00'));
    },
  );

  it('handed in on a Saturday start on Monday', () => {
    expect(due(1, 'workingDays', vn('2025-06-28', '10:00'))).toBe(vn('2025-06-30', '17:00'));
  });

  it('switch days at midnight in Việt Nam, not in UTC', () => {
    expect(due(1, 'workingDays', '2025-06-30T16:59:59.999Z')).toBe(vn('2025-07-01', '17:00'));
    expect(due(1, 'workingDays', '2025-06-30T17:00:00.000Z')).toBe(vn('2025-07-02', '17:00'));
  });
});

describe('working hours', () => {
  it.each([
    {
      what: 'in one span',
      day: '2025-06-30',
      time: '08:00',
      hours: 2,
      lastDay: '2025-06-30',
      lastTime: '10:00',
    },
    {
      what: 'over the midday break',
      day: '2025-06-30',
      time: '10:00',
      hours: 4,
      lastDay: '2025-06-30',
      lastTime: '15:30',
    },
    {
      what: 'used up exactly at the break',
      day: '2025-06-30',
      time: '07:30',
      hours: 4,
      lastDay: '2025-06-30',
      lastTime: '11:30',
    },
    {
      what: 'from within the break',
      day: '2025-06-30',
      time: '12:00',
      hours: 4,
      lastDay: '2025-06-30',
      lastTime: '17:00',
    },
    {
      what: 'before opening',
      day: '2025-06-30',
      time: '05:00',
      hours: 1,
      lastDay: '2025-06-30',
      lastTime: '08:30',
    },
    {
      what: 'from closing time',
      day: '2025-06-30',
      time: '17:00',
      hours: 1,
      lastDay: '2025-07-01',
      lastTime: '08:30',
    },
    {
      what: 'over the weekend',
      day: '2025-06-27',
      time: '16:00',
      hours: 8,
      lastDay: '2025-06-30',
      lastTime: '16:00',
    },
    {
      what: 'over a worked Saturday',
      day: '2025-04-25',
      time: '16:00',
      hours: 8,
      lastDay: '2025-04-26',
      lastTime: '16:00',
    },
    {
      what: 'over Tết',
      day: '2025-01-24',
      time: '16:30',
      hours: 1,
      lastDay: '2025-02-03',
      lastTime: '08:00',
    },
  ])('$what', ({ day, time, hours, lastDay, lastTime }) => {
    expect(due(hours, 'workingHours', vn(day, time))).toBe(vn(lastDay, lastTime));
  });

  it('follow the office hours that are configured', () => {
    const calendar = createWorkingCalendar(calendarYears, {
      ...DEFAULT_OFFICE_HOURS,
      spans: [['08:00', '16:00']],
    });
    const { at } = computeDeadline(calendar, term(4, 'workingHours'), vn('2025-06-30', '10:00'));
    expect(at).toBe(vn('2025-06-30', '14:00'));
  });
});

describe('calendar days', () => {
  it.each([
    {
      what: 'end on the day named when it is worked',
      received: '2025-06-16',
      amount: 15,
      last: '2025-07-01',
    },
    { what: 'move from a Sunday to Monday', received: '2025-06-14', amount: 15, last: '2025-06-30' },
    { what: 'end on a Saturday that is worked', received: '2025-04-11', amount: 15, last: '2025-04-26' },
    {
      what: 'move from Tết to the first working day after it',
      received: '2025-01-13',
      amount: 15,
      last: '2025-02-03',
    },
  ])('$what', ({ received, amount, last }) => {
    expect(due(amount, 'calendarDays', vn(received, '10:00'))).toBe(vn(last, '17:00'));
  });
});

it('elapsed hours run day and night', () => {
  expect(due(72, 'elapsed', '2025-06-27T10:00:00.123Z')).toBe('2025-06-30T10:00:00.123Z');
});

describe('provisional', () => {
  const isProvisional = (amount: number, unit: Term['unit'], from: string) =>
    computeDeadline(workingCalendar, term(amount, unit), from).provisional;

  it.each([
    {
      what: 'a count within final years',
      amount: 5,
      unit: 'workingDays',
      from: vn('2026-11-23', '10:00'),
      expected: false,
    },
    {
      what: 'a count that reaches a provisional year',
      amount: 10,
      unit: 'workingDays',
      from: vn('2026-12-25', '10:00'),
      expected: true,
    },
    {
      what: 'a count that begins after a missing year',
      amount: 1,
      unit: 'workingDays',
      from: vn('2020-12-31', '10:00'),
      expected: false,
    },
    {
      what: 'a count in a missing year',
      amount: 1,
      unit: 'workingDays',
      from: vn('2030-03-04', '10:00'),
      expected: true,
    },
    {
      what: 'hours in a missing year',
      amount: 1,
      unit: 'workingHours',
      from: vn('2030-03-04', '10:00'),
      expected: true,
    },
    {
      what: 'days whose last one lies in a missing year',
      amount: 15,
      unit: 'calendarDays',
      from: vn('2027-12-24', '10:00'),
      expected: true,
    },
    {
      what: 'days whose last one lies in a final year',
      amount: 15,
      unit: 'calendarDays',
      from: vn('2020-12-24', '10:00'),
      expected: false,
    },
    {
      what: 'elapsed hours, which need no calendar',
      amount: 15,
      unit: 'elapsed',
      from: vn('2030-03-04', '10:00'),
      expected: false,
    },
  ] as const)('$what: $amount $unit', ({ amount, unit, from, expected }) => {
    expect(isProvisional(amount, unit, from)).toBe(expected);
  });
});
