import { localDayOf, type Instant } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import { addWorkingTime, workingMsBetween } from './working-time.js';

/**
 * A deadline after a pause: later by the office time that the pause took, so that what was left of the term is left
 * still. A pause without office time in it (over a weekend) moves nothing.
 */
export const movedByPause = (
  calendar: WorkingCalendar,
  dueAt: Instant,
  { since, until }: { since: Instant; until: Instant },
): { at: Instant; provisional: boolean } => {
  const paused = workingMsBetween(calendar, since, until);
  const at = paused === 0 ? dueAt : addWorkingTime(calendar, dueAt, paused);
  return { at, provisional: calendar.isProvisional(localDayOf(dueAt), localDayOf(at)) };
};
