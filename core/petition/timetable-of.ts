import { computeDeadline } from '../deadline/deadline.js';
import { movedByPause } from '../deadline/pause.js';
import {
  inWorkingHours,
  nextOverdueReminder,
  remindersBefore,
  type ReminderPlan,
} from '../deadline/reminders.js';
import type { Term } from '../deadline/term.js';
import { moveWorkingDays, officeEndOf, workingDaysBetween } from '../deadline/working-time.js';
import { localDayOf, type Instant } from '../time.js';
import type { Calendars } from './calendars.js';
import type { DeadlineRef } from './deadline-ref.js';
import { recountedDeadline, unitOf } from './recounted-deadline.js';
import type { Timetable, WorkingSpan } from './timetable.js';

export type TermName =
  | 'accept'
  | 'resolve'
  | 'followUp'
  | 'extension'
  | 'approvedExtension'
  | 'triage'
  | 'firstNotice'
  | 'feedback'
  | 'residentAnswer'
  | 'support';

/** The terms of one service class, as the registry's service levels give them. */
export interface TermsOfClass {
  isUrgent: boolean;
  accept: Term | null;
  resolve: Term | null;
  followUp: Term | null;
  extension: Term | null;
  maxExtensions: number;
  /** The most that a superior may allow beyond it; absent or null: nothing. */
  approvedExtension?: Term | null;
  triage: Term;
  firstNotice: Term;
  support: Term;
  feedback: Term;
  residentAnswer: Term;
  /** How long a head's one-time code holds; in urgent classes the same hours by day and night. */
  answerCode: Term;
  maxPauses: number;
  reminders: ReminderPlan;
  /** Terms of the other classes, by class: a deadline may have been set under one of them. */
  others?: Readonly<Record<string, Partial<Record<TermName, Term | null>>>>;
}

const spanOn = (calendar: Calendars['offices'], a: Instant, b: Instant): WorkingSpan => {
  const [from, to] = a <= b ? [a, b] : [b, a];
  return {
    days: workingDaysBetween(calendar, from, to),
    provisional: calendar.isProvisional(localDayOf(from), localDayOf(to)),
  };
};

/** The lead needs a working day to put the contributions together, where that leaves the others a day of their own. */
const beforeLead = (calendar: Calendars['offices'], from: Instant, leadDueAt: Instant): Instant => {
  const dayBefore = officeEndOf(calendar, moveWorkingDays(calendar, localDayOf(leadDueAt), -1));
  return localDayOf(dayBefore) > localDayOf(from) ? dayBefore : leadDueAt;
};

const supportTerms = (
  serviceClass: string,
  calendar: Calendars['offices'],
  term: (from: Instant) => DeadlineRef,
): Pick<Timetable, 'support' | 'supportOn'> => ({
  support: (from, leadDueAt) => {
    const whole = term(from);
    const latest = leadDueAt === null || leadDueAt <= from ? null : beforeLead(calendar, from, leadDueAt);
    return latest === null || whole.at <= latest ? whole : { ...whole, at: latest };
  },
  supportOn: (day) => ({
    at: officeEndOf(calendar, day),
    term: `${serviceClass}.supportNamed`,
    calendar: calendar.version,
    provisional: calendar.isProvisional(day, day),
  }),
});

/** From when its mail may leave; a night counts where people are written to by night. */
const endOfCode = (
  { isUrgent, answerCode }: TermsOfClass,
  calendar: Calendars['offices'],
  from: Instant,
): Instant =>
  isUrgent
    ? computeDeadline(calendar, { ...answerCode, unit: 'elapsed' }, from).at
    : computeDeadline(calendar, answerCode, inWorkingHours(calendar, from)).at;

/** The timetable of a service class on the calendars of a place. */
export const timetableOf = (serviceClass: string, terms: TermsOfClass, calendars: Calendars): Timetable => {
  const { offices: calendar, statutory } = calendars;
  const deadlineOn =
    (on: Calendars['offices']) =>
    (name: string, term: Term, from: Instant): DeadlineRef => {
      const { at, provisional } = computeDeadline(on, term, from);
      return { at, term: `${serviceClass}.${name}`, calendar: on.version, provisional };
    };
  const deadline = deadlineOn(calendar);
  const optional =
    (name: 'accept' | 'resolve' | 'followUp' | 'extension' | 'approvedExtension') => (from: Instant) => {
      const term = terms[name] ?? null;
      return term === null ? null : deadline(name, term, from);
    };
  return {
    serviceClass,
    isUrgent: terms.isUrgent,
    accept: optional('accept'),
    resolve: optional('resolve'),
    followUp: optional('followUp'),
    extension: optional('extension'),
    approvedExtension: optional('approvedExtension'),
    followUpOn: (day) => {
      const worked = calendar.isWorkingDay(day) ? day : moveWorkingDays(calendar, day, 1);
      return {
        at: officeEndOf(calendar, worked),
        term: `${serviceClass}.followUpNamed`,
        calendar: calendar.version,
        provisional: calendar.isProvisional(day, worked),
      };
    },
    triage: (from) => deadline('triage', terms.triage, from),
    firstNotice: (from) => deadlineOn(statutory)('firstNotice', terms.firstNotice, from),
    ...supportTerms(serviceClass, calendar, (from) => deadline('support', terms.support, from)),
    feedback: (from) => deadline('feedback', terms.feedback, from),
    residentAnswer: (from) => deadline('residentAnswer', terms.residentAnswer, from),
    afterPause: (due, pause) => {
      const unit = unitOf(due.term, { serviceClass, terms });
      const moved = movedByPause(calendar, { at: due.at, unit }, pause);
      return {
        ...due,
        at: moved.at,
        calendar: calendar.version,
        provisional: due.provisional || moved.provisional,
      };
    },
    answerCode: (from) => endOfCode(terms, calendar, from),
    recounted: (due, count) => recountedDeadline(due, count, { serviceClass, terms, calendars }),
    maxPauses: terms.maxPauses,
    maxExtensions: terms.maxExtensions,
    reminders: (from, dueAt) => remindersBefore(calendar, { from, dueAt }, terms.reminders),
    nextOverdueReminder: (after, missed) =>
      after <= missed
        ? nextOverdueReminder(calendar, missed)
        : nextOverdueReminder(calendar, after, terms.reminders.overdueEveryWorkingDays),
    copiesHead: terms.reminders.firstOverdueCopiesHead,
    noticeTime: (at) => (terms.isUrgent ? at : inWorkingHours(calendar, at)),
    workingDays: (now, at) => spanOn(calendar, now, at),
  };
};
