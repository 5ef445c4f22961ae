import type { WorkingCalendar } from '../deadline/calendar.js';
import { recountedAt } from '../deadline/recount.js';
import type { Term } from '../deadline/term.js';
import { localDayOf, type Instant } from '../time.js';
import type { Calendars } from './calendars.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { TermName, TermsOfClass } from './timetable-of.js';

/** The class whose terms apply, and where its days are counted. */
interface Counting {
  serviceClass: string;
  terms: TermsOfClass;
  calendars: Calendars;
}

const TERMS: readonly TermName[] = [
  ...(['accept', 'resolve', 'followUp', 'extension', 'approvedExtension'] as const),
  ...(['triage', 'firstNotice', 'feedback', 'residentAnswer', 'support'] as const),
];

const split = (term: string): [serviceClass: string, name: string] => {
  const dot = term.indexOf('.');
  return [term.slice(0, dot), term.slice(dot + 1)];
};

/** A day that somebody has named only moves off a day that is not worked. A class that is no more is taken to count working days. */
export const unitOf = (
  term: string,
  { serviceClass, terms }: Pick<Counting, 'serviceClass' | 'terms'>,
): Term['unit'] => {
  const [termClass, name] = split(term);
  if (name.endsWith('Named')) return 'calendarDays';
  const known = TERMS.find((each) => each === name);
  const ofClass = termClass === serviceClass ? terms : terms.others?.[termClass];
  return (known === undefined ? null : ofClass?.[known])?.unit ?? 'workingDays';
};

const isMet = (unit: Term['unit'], calendar: WorkingCalendar, days: [Instant, Instant]): boolean =>
  unit !== 'elapsed' && calendar.isProvisional(localDayOf(days[0]), localDayOf(days[1]));

/** See `Timetable.recounted`. */
export const recountedDeadline = (
  due: DeadlineRef,
  { since, now }: { since: Instant; now: Instant },
  counting: Counting,
): DeadlineRef => {
  const { offices, statutory, known } = counting.calendars;
  const to = split(due.term)[1] === 'firstNotice' ? statutory : offices;
  const from = due.calendar === to.version || due.at <= now ? undefined : known.get(due.calendar);
  if (from === undefined) return due;
  const unit = unitOf(due.term, counting);
  const at = recountedAt({ from, to, unit, since, due: due.at, now });
  const provisional = isMet(unit, to, [since, at]);
  return at === due.at && provisional === due.provisional
    ? due
    : { ...due, at, provisional, calendar: to.version };
};
