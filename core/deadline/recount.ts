import { localDayOf, startOfDay, type Instant, type LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import { addDays } from './local-day.js';
import type { Term } from './term.js';
import { addWorkingTime, moveWorkingDays, officeEndOf, workingMsBetween } from './working-time.js';

/** A deadline that was counted on one calendar and has to hold on another. */
export interface Recount {
  /** Its calendar at the time. */
  from: WorkingCalendar;
  to: WorkingCalendar;
  unit: Term['unit'];
  /** When the count began. */
  since: Instant;
  due: Instant;
  now: Instant;
}

/** Whole days count from the day after. */
const beginOf = ({ unit, since }: Recount): Instant =>
  unit === 'workingDays' ? startOfDay(addDays(localDayOf(since), 1)) : since;

const firstDifference = ({ from, to, due }: Recount, begin: Instant): LocalDay | null => {
  const last = localDayOf(due);
  for (let day = localDayOf(begin); day <= last; day = addDays(day, 1))
    if (from.isWorkingDay(day) !== to.isWorkingDay(day)) return day;
  return null;
};

/** Nobody is late from one moment to the next: what comes earlier leaves the next working day at least. */
const notAtOnce = ({ to, due, now }: Recount, at: Instant): Instant => {
  const soonest = officeEndOf(to, moveWorkingDays(to, localDayOf(now), 1));
  const earliest = due < soonest ? due : soonest;
  return at < earliest ? earliest : at;
};

/**
 * When a deadline falls on the calendar as it is now: what its old calendar gave from the first day on that has changed, the
 * new one gives too. Terms in calendar days only move off a day that is not worked any more; plain hours never move. A
 * deadline that has passed stays.
 */
export const recountedAt = (recount: Recount): Instant => {
  const { from, to, unit, due, now } = recount;
  if (unit === 'elapsed' || due <= now) return due;
  const begin = beginOf(recount);
  const changed = firstDifference(recount, begin);
  if (changed === null) return due;
  const last = localDayOf(due);
  if (unit === 'calendarDays')
    return to.isWorkingDay(last) ? due : officeEndOf(to, moveWorkingDays(to, last, 1));
  const midnight = startOfDay(changed);
  const start = midnight > begin ? midnight : begin;
  const left = workingMsBetween(from, start, due);
  return left === 0 ? due : notAtOnce(recount, addWorkingTime(to, start, left));
};
