import { startOfDay, type Instant, type LocalDay } from '../time.js';

/** Milliseconds since local midnight (+07:00). */
const timeOfDay = (at: Instant): number => (Date.parse(at) + 7 * 3_600_000) % 86_400_000;

/** A day named by an official ends with the office hours, as every term does: the time of day is that of `like`. */
export const endOfDayLike = (day: LocalDay, like: Instant): Instant =>
  new Date(Date.parse(startOfDay(day)) + timeOfDay(like)).toISOString();
