import { describe, expect, test } from 'vitest';
import { createWorkingCalendar } from '../../../core/deadline/calendar.js';
import type { Term } from '../../../core/deadline/term.js';
import { recountedDeadline } from '../../../core/petition/recounted-deadline.js';
import { TERMS } from '../../support/asl/small-registers.js';
import { calendarYears, workingCalendar } from '../../support/calendars.js';
import { vn } from '../../support/instants.js';

const SINCE = vn('2026-09-07', '09:00'); // a Monday
const DUE = vn('2026-09-14', '17:00');
const MOVED = vn('2026-09-15', '17:00');

/** A Wednesday in between is closed, counted on the terms of the class `thuong`. */
const recounted = (term: string) => {
  const offices = createWorkingCalendar(calendarYears, undefined, ['2026-09-09']);
  const fifteen: Term = { amount: 15, unit: 'calendarDays', basis: '', status: 'assumed' };
  return recountedDeadline(
    { at: DUE, term, calendar: workingCalendar.version, provisional: false },
    { since: SINCE, now: SINCE },
    {
      serviceClass: 'thuong',
      terms: { ...TERMS, others: { 'thanh-tra-nhan-dan': { resolve: fifteen } } },
      calendars: {
        ...{ offices, statutory: workingCalendar },
        known: new Map([[workingCalendar.version, workingCalendar]]),
      },
    },
  ).at;
};

describe('a deadline whose calendar has changed is counted in the unit of its own term', () => {
  test.each([
    ['of the class, in working days', 'thuong.resolve', MOVED],
    ['of the class it had before, in calendar days', 'thanh-tra-nhan-dan.resolve', DUE],
    ['of a class that is no more, taken as working days', 'lop-cu.resolve', MOVED],
    ['a day that somebody named', 'thuong.commitmentNamed', DUE],
    ['the legal term, which no closure extends', 'thuong.firstNotice', DUE],
  ])('%s', (_what, term, expected) => {
    expect(recounted(term)).toBe(expected);
  });
});
