import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { LocalDay } from '../time.js';
import { isRealDay, isWeekend } from './local-day.js';
import { DEFAULT_OFFICE_HOURS, minuteOfDay, type OfficeHours } from './office-hours.js';

const daysOf = (max: number) =>
  z
    .array(z.string().refine(isRealDay, 'not a day'))
    .max(max)
    .refine((days) => new Set(days).size === days.length, 'a day is named twice');

/**
 * One year of the civil-service calendar, as reviewed and released (`registry/data/calendars/<year>.json`): what differs
 * from Monday to Friday. Legal source: Labour Code 45/2019/QH14 art. 111(3) and 112, and the yearly `notices`.
 */
export const CalendarYearSchema = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    /** `provisional` until the yearly notice is out: deadlines that meet this year say so. */
    status: z.enum(['final', 'provisional']),
    zone: z.literal('Asia/Ho_Chi_Minh'),
    weeklyRest: z.tuple([z.literal('SAT'), z.literal('SUN')]),
    /** Days from Monday to Friday that are not worked. */
    weekdayOff: daysOf(60),
    /** Saturdays and Sundays that are worked, in exchange for a day off. */
    weekendWorked: daysOf(20),
    /** Numbers of the notices that say so. */
    notices: z.array(z.string().min(1).max(60)).max(10),
    remark: z.string().max(500).optional(),
  })
  .superRefine((value, context) => {
    const check = (field: 'weekdayOff' | 'weekendWorked', onWeekend: boolean) => {
      for (const day of value[field]) {
        if (!day.startsWith(`${value.year}-`) || isWeekend(day) !== onWeekend)
          context.addIssue({ code: 'custom', path: [field], message: `${day} does not belong here` });
      }
    };
    check('weekdayOff', false);
    check('weekendWorked', true);
    if (value.status === 'final' && value.notices.length === 0)
      context.addIssue({ code: 'custom', path: ['notices'], message: 'a final year names its notice' });
  });
export type CalendarYear = z.infer<typeof CalendarYearSchema>;

/** One span of an office day, in minutes since local midnight. */
export interface OfficeSpan {
  readonly start: number;
  readonly end: number;
}

/** Which days and hours count. Pure data behind two questions; deadlines name its `version`. */
export interface WorkingCalendar {
  /** 16 hex digits of the SHA-256 of everything that a deadline depends on: days, status of the years, office hours, closures. */
  readonly version: string;
  /** Ascending, at least one. */
  readonly officeSpans: readonly [OfficeSpan, ...OfficeSpan[]];
  /** Years loaded, ascending. */
  readonly years: readonly number[];
  /** A year that is not loaded counts Monday to Friday; ask `isProvisional` whether that was the case. */
  isWorkingDay(day: LocalDay): boolean;
  /** Is the year of any day from `first` to `last` (inclusive) missing or not final? */
  isProvisional(first: LocalDay, last?: LocalDay): boolean;
}

const yearOf = (day: LocalDay): number => Number(day.slice(0, 4));

const versionOf = (
  years: readonly CalendarYear[],
  spans: OfficeHours['spans'],
  closed: readonly LocalDay[],
): string => {
  const content = years.map(({ year, status, weekdayOff, weekendWorked }) => ({
    year,
    status,
    weekdayOff: [...weekdayOff].sort(),
    weekendWorked: [...weekendWorked].sort(),
  }));
  // A place without closures has the version that its calendar had before there were any.
  const text = canonicalize({ years: content, spans, ...(closed.length > 0 && { closed }) }) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
};

const officeSpansOf = ({ spans }: OfficeHours): WorkingCalendar['officeSpans'] => {
  const [first, ...rest] = spans.map(([start, end]) => ({
    start: minuteOfDay(start),
    end: minuteOfDay(end),
  }));
  if (first === undefined) throw new RangeError('office hours without a span');
  return [first, ...rest];
};

/**
 * A calendar of parsed years. The order of years and of days in them does not matter. `closed`: days on which the offices
 * of a place are closed besides, ascending.
 * @throws RangeError when a year is given twice or there is no office span.
 */
export const createWorkingCalendar = (
  calendarYears: readonly CalendarYear[],
  officeHours: OfficeHours = DEFAULT_OFFICE_HOURS,
  closed: readonly LocalDay[] = [],
): WorkingCalendar => {
  const sorted = [...calendarYears].sort((a, b) => a.year - b.year);
  const years = sorted.map(({ year }) => year);
  if (new Set(years).size !== years.length) throw new RangeError('a calendar year is given twice');
  const finalYears = new Set(sorted.filter(({ status }) => status === 'final').map(({ year }) => year));
  const off = new Set([...sorted.flatMap(({ weekdayOff }) => weekdayOff), ...closed]);
  const worked = new Set(sorted.flatMap(({ weekendWorked }) => weekendWorked));
  return {
    version: versionOf(sorted, officeHours.spans, closed),
    officeSpans: officeSpansOf(officeHours),
    years,
    isWorkingDay: (day) => !off.has(day) && (!isWeekend(day) || worked.has(day)),
    isProvisional: (first, last = first) => {
      for (let year = yearOf(first); year <= yearOf(last); year++) if (!finalYears.has(year)) return true;
      return false;
    },
  };
};
