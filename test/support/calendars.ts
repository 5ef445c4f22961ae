import { readdirSync, readFileSync } from 'node:fs';
import {
  CalendarYearSchema,
  createWorkingCalendar,
  type CalendarYear,
  type WorkingCalendar,
} from '../../core/deadline/calendar.js';
import type { Calendars } from '../../core/petition/calendars.js';

const folder = new URL('../../registry/data/calendars/', import.meta.url);

/** The calendar years that ship with the registry, ascending. */
export const calendarYears: CalendarYear[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => CalendarYearSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

/** The working calendar of those years with the default office hours. */
export const workingCalendar = createWorkingCalendar(calendarYears);

/** The same days for everything, without a past. */
export const onOneCalendar = (calendar: WorkingCalendar): Calendars => ({
  offices: calendar,
  statutory: calendar,
  known: new Map(),
});
