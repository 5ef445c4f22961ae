import { createWorkingCalendar, type CalendarYear, type WorkingCalendar } from '../core/deadline/calendar.js';
import { closedDays, type Closure } from '../core/deadline/closure.js';
import type { OfficeHours } from '../core/deadline/office-hours.js';
import type { LocalDay } from '../core/time.js';

/** What the working days of a release are made of. */
export interface CalendarParts {
  years: readonly CalendarYear[];
  officeHours: OfficeHours;
  closures: readonly Closure[];
}

/** The working days of one release: those of the law, and those on which the offices of a place are open. */
export class ReleaseCalendars {
  readonly statutory: WorkingCalendar;
  readonly #parts: CalendarParts;
  readonly #byClosedDays = new Map<string, WorkingCalendar>();

  constructor(parts: CalendarParts) {
    this.#parts = parts;
    this.statutory = this.#calendar([]);
  }

  /** `lineOf`: ids of the place's unit and of all units above it; asked only where any office is closed. */
  offices(lineOf: () => readonly string[]): WorkingCalendar {
    const { closures } = this.#parts;
    return closures.length === 0 ? this.statutory : this.#calendar(closedDays(closures, lineOf()));
  }

  /** Thousands of wards have few sets of closed days. */
  #calendar(closed: readonly LocalDay[]): WorkingCalendar {
    const { years, officeHours } = this.#parts;
    const key = closed.join(' ');
    const calendar = this.#byClosedDays.get(key) ?? createWorkingCalendar(years, officeHours, closed);
    this.#byClosedDays.set(key, calendar);
    return calendar;
  }
}
