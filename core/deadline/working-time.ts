import { localDayOf, type Instant, type LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import { addDays, epochMsAt } from './local-day.js';

/** A stretch of office time in milliseconds since the epoch, `end` exclusive. */
interface Stretch {
  start: number;
  end: number;
}

/** Office time from `from` on, stretch by stretch, without end; the first one may have begun before `from` and is cut. */
function* officeTimeFrom(calendar: WorkingCalendar, from: Instant): Generator<Stretch, never> {
  const fromMs = Date.parse(from);
  for (let day = localDayOf(from); ; day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    for (const span of calendar.officeSpans) {
      const end = epochMsAt(day, span.end);
      const start = Math.max(epochMsAt(day, span.start), fromMs);
      if (start < end) yield { start, end };
    }
  }
}

const toInstant = (ms: number): Instant => new Date(ms).toISOString();

/** The first instant of office time at or after `from`: `from` itself in office hours, else the next opening. */
export const nextOfficeInstant = (calendar: WorkingCalendar, from: Instant): Instant =>
  toInstant(officeTimeFrom(calendar, from).next().value.start);

/**
 * The instant at which `ms` of office time have passed since `from`. When they run out with a span, that is the span's
 * end (11:30, not 13:00).
 * @throws RangeError when `ms` is not positive.
 */
export const addWorkingTime = (calendar: WorkingCalendar, from: Instant, ms: number): Instant => {
  if (!(ms > 0)) throw new RangeError('working time to add must be positive');
  let left = ms;
  const stretches = officeTimeFrom(calendar, from);
  for (;;) {
    const { start, end } = stretches.next().value;
    if (left <= end - start) return toInstant(start + left);
    left -= end - start;
  }
};

/** Milliseconds of office time from `a` to `b`; 0 when `b` is not after `a`. */
export const workingMsBetween = (calendar: WorkingCalendar, a: Instant, b: Instant): number => {
  const until = Date.parse(b);
  let sum = 0;
  const stretches = officeTimeFrom(calendar, a);
  for (;;) {
    const { start, end } = stretches.next().value;
    if (start >= until) return sum;
    sum += Math.min(end, until) - start;
  }
};

/** Minutes of office time from `a` to `b`, with their fraction; 0 when `b` is not after `a`. */
export const workingTimeBetween = (calendar: WorkingCalendar, a: Instant, b: Instant): number =>
  workingMsBetween(calendar, a, b) / 60_000;

/** The working day that lies `count` working days after (or, negative, before) `day`, which itself need not be one. */
export const moveWorkingDays = (calendar: WorkingCalendar, day: LocalDay, count: number): LocalDay => {
  const step = Math.sign(count);
  let moved = day;
  for (let left = Math.abs(count); left > 0;) {
    moved = addDays(moved, step);
    if (calendar.isWorkingDay(moved)) left--;
  }
  return moved;
};

/** When the office closes on a day: the end of the last span, also on a day off. */
export const officeEndOf = (calendar: WorkingCalendar, day: LocalDay): Instant => {
  const last = calendar.officeSpans.at(-1) ?? calendar.officeSpans[0];
  return toInstant(epochMsAt(day, last.end));
};

/**
 * Working days that begin after the day of `from` up to and with the day of `to`, counted as terms are: the first day
 * itself does not count. From now to a deadline these are the days left, from a deadline to now the days late (what is
 * late only since this afternoon is 0 days late; whether it is late at all is a comparison of instants).
 */
export const workingDaysBetween = (calendar: WorkingCalendar, from: Instant, to: Instant): number => {
  const last = localDayOf(to);
  let days = 0;
  for (let day = addDays(localDayOf(from), 1); day <= last; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) days++;
  return days;
};
