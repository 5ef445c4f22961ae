import { localDayOf, plusMs, startOfDay, type Instant, type LocalDay } from '../time.js';

/** Milliseconds since local midnight. */
const timeOfDay = (at: Instant): number => Date.parse(at) - Date.parse(startOfDay(localDayOf(at)));

/** A day named by an official ends with the office hours, as every term does: the time of day is that of `like`. */
export const endOfDayLike = (day: LocalDay, like: Instant): Instant =>
  plusMs(startOfDay(day), timeOfDay(like));
