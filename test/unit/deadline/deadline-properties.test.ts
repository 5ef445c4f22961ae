import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CalendarYearSchema, createWorkingCalendar } from '../../../core/deadline/calendar.js';
import { computeDeadline } from '../../../core/deadline/deadline.js';
import { TermSchema, type Term } from '../../../core/deadline/term.js';
import { localDayOf } from '../../../core/time.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';

const UNITS = ['workingDays', 'workingHours', 'calendarDays', 'elapsed'] as const;
const term = (amount: number, unit: Term['unit']): Term => ({ amount, unit, basis: '', status: 'assumed' });
const due = (amount: number, unit: Term['unit'], from: string) =>
  computeDeadline(workingCalendar, term(amount, unit), from).at;

const instants = fc
  .date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2026-06-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const amounts = fc.integer({ min: 1, max: 40 });

describe('whatever the receipt and the amount', () => {
  test.prop([instants, amounts, fc.constantFrom(...UNITS)])(
    'a longer term never ends earlier',
    (from, amount, unit) => {
      expect(due(amount + 1, unit, from) >= due(amount, unit, from)).toBe(true);
      expect(due(amount, unit, from) > from).toBe(true);
    },
  );

  test.prop({ a: instants, b: instants, amount: amounts, unit: fc.constantFrom(...UNITS) })(
    'a later receipt never ends earlier',
    ({ a, b, amount, unit }) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      expect(due(amount, unit, second) >= due(amount, unit, first)).toBe(true);
    },
  );

  test.prop([instants, amounts, fc.constantFrom('workingDays', 'workingHours', 'calendarDays')])(
    'a term never ends on a day off',
    (from, amount, unit) => {
      expect(workingCalendar.isWorkingDay(localDayOf(due(amount, unit, from)))).toBe(true);
    },
  );

  test.prop({
    from: instants,
    a: amounts,
    b: amounts,
    unit: fc.constantFrom('workingDays', 'workingHours', 'elapsed'),
  })('a term may be cut in two', ({ from, a, b, unit }) => {
    expect(due(b, unit, due(a, unit, from))).toBe(due(a + b, unit, from));
  });

  test.prop([instants, amounts, fc.constantFrom(...UNITS)])(
    'calendar, term and receipt that went through JSON give the same deadline',
    (from, amount, unit) => {
      const years = CalendarYearSchema.array().parse(JSON.parse(JSON.stringify(calendarYears)));
      const copied = TermSchema.parse(JSON.parse(JSON.stringify(term(amount, unit))));
      const deadline = computeDeadline(createWorkingCalendar(years), copied, from);
      expect(JSON.parse(JSON.stringify(deadline))).toEqual(
        computeDeadline(workingCalendar, term(amount, unit), from),
      );
    },
  );
});

describe('term schema', () => {
  it.each([
    ['no time', { amount: 0 }],
    ['part of a day', { amount: 1.5 }],
    ['an unknown unit', { unit: 'weeks' }],
    ['a sourced term without a source', { status: 'sourced' }],
  ])('refuses %s', (_what, change) => {
    expect(TermSchema.safeParse({ ...term(1, 'workingDays'), ...change }).success).toBe(false);
  });
});
