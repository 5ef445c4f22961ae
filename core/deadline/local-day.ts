import { startOfDay, type LocalDay } from '../time.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A local day moved by a number of days (may be negative). */
export const addDays = (day: LocalDay, days: number): LocalDay =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Saturday or Sunday: the weekly rest of the civil service. */
export const isWeekend = (day: LocalDay): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** Does the day exist? `2025-02-29` does not. */
export const isRealDay = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === day;
};

/** Milliseconds since the epoch of a minute of a local day (0 = local midnight). */
export const epochMsAt = (day: LocalDay, minuteOfDay: number): number =>
  Date.parse(startOfDay(day)) + minuteOfDay * MINUTE_MS;
