import type { LocalDay } from '../time.js';
import type { WorkingCalendar } from './calendar.js';

const DAY_MS = 86_400_000;

const midnight = (day: LocalDay): number => Date.parse(`${day}T00:00:00.000Z`);

/**
 * Days from `today` until the first one whose calendar year is missing or not final; 0 when that year has begun. Every
 * deadline that reaches so far is provisional: somebody has to load the year's notice in time.
 */
export const finalDaysLeft = (calendar: Pick<WorkingCalendar, 'isProvisional'>, today: LocalDay): number => {
  if (calendar.isProvisional(today)) return 0;
  let year = Number(today.slice(0, 4)) + 1;
  while (!calendar.isProvisional(`${year}-01-01`)) year += 1;
  return (midnight(`${year}-01-01`) - midnight(today)) / DAY_MS;
};
