import { localDayOf, plusMs, type Instant, type LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import type { Term } from './term.js';
import { addWorkingTime, moveWorkingDays, workingDaysBetween, workingMsBetween } from './working-time.js';

const midnight = (day: LocalDay): number => Date.parse(`${day}T00:00:00.000Z`);

/** At the same hour of the day, so many working days later. */
const daysLater = (calendar: WorkingCalendar, at: Instant, days: number): Instant => {
  const day = localDayOf(at);
  return plusMs(at, midnight(moveWorkingDays(calendar, day, days)) - midnight(day));
};

interface Due {
  at: Instant;
  unit: Term['unit'];
}

interface Span {
  since: Instant;
  until: Instant;
}

/** Did the clock stand still for more of the last day than it leaves? Then there is no day left to answer in. */
const isSpent = (calendar: WorkingCalendar, at: Instant, { since, until }: Span): boolean =>
  since < at &&
  localDayOf(at) <= localDayOf(until) &&
  workingMsBetween(calendar, until, at) < workingMsBetween(calendar, since, until);

const movedInDays = (calendar: WorkingCalendar, dueAt: Instant, pause: Span): Instant => {
  const at = daysLater(calendar, dueAt, workingDaysBetween(calendar, pause.since, pause.until));
  return isSpent(calendar, at, pause) ? daysLater(calendar, at, 1) : at;
};

/**
 * A deadline after a pause: what was left of the term is left still, in the unit of the term. One that counts days is later
 * by the working days of the pause, counted as terms are: the day of the question does not count, that of the answer
 * does. So a question that is answered the same day moves nothing, unless it took most of what was left of the last day:
 * then the next working day is the last one. Hours are later by the office time of the pause. A pause without office time
 * in it (over a night or a weekend) moves nothing in either unit.
 */
export const movedByPause = (
  calendar: WorkingCalendar,
  { at: dueAt, unit }: Due,
  pause: Span,
): { at: Instant; provisional: boolean } => {
  const paused = workingMsBetween(calendar, pause.since, pause.until);
  const countsDays = unit === 'workingDays' || unit === 'calendarDays';
  const moved = (): Instant =>
    countsDays ? movedInDays(calendar, dueAt, pause) : addWorkingTime(calendar, dueAt, paused);
  const at = paused === 0 ? dueAt : moved();
  return { at, provisional: calendar.isProvisional(localDayOf(dueAt), localDayOf(at)) };
};
