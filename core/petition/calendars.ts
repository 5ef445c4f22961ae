import type { WorkingCalendar } from '../deadline/calendar.js';

/** Where a petition's days are counted. */
export interface Calendars {
  /** As the offices of the place work. */
  offices: WorkingCalendar;
  /** Without closures: the legal term of the first written notice is never extended. */
  statutory: WorkingCalendar;
  /** Calendars on which open deadlines were counted, also those of earlier releases, by version. */
  known: ReadonlyMap<string, WorkingCalendar>;
}
