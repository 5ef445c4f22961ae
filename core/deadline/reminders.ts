import { createHash } from 'node:crypto';
import { localDayOf, type Instant, type LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';
import { addDays, epochMsAt } from './local-day.js';
import { addWorkingTime, moveWorkingDays, nextOfficeInstant, workingMsBetween } from './working-time.js';

/** When to remind before a deadline, and how often behind it. */
export interface ReminderPlan {
  /** Shares (0 to 1, exclusive) of the working time between opening and deadline. */
  readonly beforeDueShares: readonly number[];
  /** Working days before the day of the deadline. */
  readonly beforeDueWorkingDays: readonly number[];
  /** The first working morning behind the deadline, and from then on each so many working days. */
  readonly overdueEveryWorkingDays: number;
  /** The first one behind the deadline goes to the agency's head as well. */
  readonly firstOverdueCopiesHead: boolean;
}

export const DEFAULT_REMINDER_PLAN: ReminderPlan = {
  beforeDueShares: [0.5],
  beforeDueWorkingDays: [1],
  overdueEveryWorkingDays: 1,
  firstOverdueCopiesHead: true,
};

/** Reminders that belong to a day leave at 08:00, when the morning's post is read. */
const REMINDER_MINUTE = 8 * 60;
export const BULK_WINDOW_MINUTES = 30;

/** That instant if it lies in office hours (closing time excluded), else the next opening. */
export const inWorkingHours = (calendar: WorkingCalendar, at: Instant): Instant =>
  nextOfficeInstant(calendar, at);

/** 08:00 of a working day, or the opening after it where the office opens later. */
const reminderTimeOf = (calendar: WorkingCalendar, day: LocalDay): Instant =>
  inWorkingHours(calendar, new Date(epochMsAt(day, REMINDER_MINUTE)).toISOString());

/**
 * Planned reminders of a task opened at `from`, ascending, in office hours, after `from` and before `dueAt`; one a day at
 * most (on a term of three days half-time and "one day before" fall on the same morning). A term without office time in
 * it has none.
 */
export const remindersBefore = (
  calendar: WorkingCalendar,
  { from, dueAt }: { from: Instant; dueAt: Instant },
  plan: Pick<ReminderPlan, 'beforeDueShares' | 'beforeDueWorkingDays'> = DEFAULT_REMINDER_PLAN,
): Instant[] => {
  const total = workingMsBetween(calendar, from, dueAt);
  const byShare = plan.beforeDueShares
    .map((share) => Math.round(total * share))
    .filter((ms) => ms > 0)
    .map((ms) => inWorkingHours(calendar, addWorkingTime(calendar, from, ms)));
  const byDay = plan.beforeDueWorkingDays.map((days) =>
    reminderTimeOf(calendar, moveWorkingDays(calendar, localDayOf(dueAt), -days)),
  );
  const inside = [...byShare, ...byDay].filter((at) => from < at && at < dueAt).sort();
  return inside.filter((at, i) => i === 0 || localDayOf(inside[i - 1] ?? '') !== localDayOf(at));
};

/** The n-th 08:00 of a working day after `after`: what is overdue is brought up each working day, or each n-th. */
export const nextOverdueReminder = (calendar: WorkingCalendar, after: Instant, nth = 1): Instant => {
  let left = nth;
  for (let day = localDayOf(after); ; day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    const at = reminderTimeOf(calendar, day);
    if (at > after && --left <= 0) return at;
  }
};

/**
 * Milliseconds, 0 to the window's end (exclusive), by which a bulk reminder is held back, so that an agency's morning
 * mails do not all leave in one second. The same seed always gives the same number.
 */
export const spread = (seed: string, windowMinutes: number = BULK_WINDOW_MINUTES): number => {
  const fraction = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(fraction * windowMinutes * 60_000);
};
