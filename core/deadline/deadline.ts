import { localDayOf, plusMs, type Instant, type LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import { addDays } from './local-day.js';
import type { Term } from './term.js';
import { addWorkingTime, moveWorkingDays, officeEndOf } from './working-time.js';

const HOUR_MS = 3_600_000;

/** An absolute instant with what produced it. It is stored and never computed again behind anybody's back. */
export interface Deadline {
  at: Instant;
  /** A day that the count met lies in a year that is missing or not final. */
  provisional: boolean;
  calendarVersion: string;
  term: Term;
}

/** The end of a term and the local days whose calendar it depends on; null = on none. */
interface Count {
  at: Instant;
  metDays: readonly [LocalDay, LocalDay] | null;
}

type Counting = (calendar: WorkingCalendar, amount: number, from: Instant) => Count;

const COUNTING: Record<Term['unit'], Counting> = {
  workingDays: (calendar, amount, from) => {
    const received = localDayOf(from);
    const last = moveWorkingDays(calendar, received, amount);
    return { at: officeEndOf(calendar, last), metDays: [addDays(received, 1), last] };
  },
  workingHours: (calendar, amount, from) => {
    const at = addWorkingTime(calendar, from, amount * HOUR_MS);
    return { at, metDays: [localDayOf(from), localDayOf(at)] };
  },
  // Civil Code 91/2015/QH13: art. 147(2), the first day does not count; art. 148(5), a last day that is a weekend or
  // holiday moves the end to the next working day.
  calendarDays: (calendar, amount, from) => {
    const named = addDays(localDayOf(from), amount);
    const last = calendar.isWorkingDay(named) ? named : moveWorkingDays(calendar, named, 1);
    return { at: officeEndOf(calendar, last), metDays: [named, last] };
  },
  elapsed: (_calendar, amount, from) => ({ at: plusMs(from, amount * HOUR_MS), metDays: null }),
};

/**
 * When a term that starts with the receipt at `from` ends. Working days count from the working day after the day of
 * receipt and end with the office hours of the last one; working hours count from the instant or the next opening.
 */
export const computeDeadline = (calendar: WorkingCalendar, term: Term, from: Instant): Deadline => {
  const { at, metDays } = COUNTING[term.unit](calendar, term.amount, from);
  return {
    at,
    provisional: metDays !== null && calendar.isProvisional(...metDays),
    calendarVersion: calendar.version,
    term,
  };
};
