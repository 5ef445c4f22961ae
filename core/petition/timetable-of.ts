import type { WorkingCalendar } from '../deadline/calendar.js';
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
import type { DeadlineRef } from './deadline-ref.js';
import type { Timetable, WorkingSpan } from './timetable.js';

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
  feedback: Term;
  residentAnswer: Term;
  maxPauses: number;
  reminders: ReminderPlan;
}

const spanOn = (calendar: WorkingCalendar, a: Instant, b: Instant): WorkingSpan => {
  const [from, to] = a <= b ? [a, b] : [b, a];
  return {
    days: workingDaysBetween(calendar, from, to),
    provisional: calendar.isProvisional(localDayOf(from), localDayOf(to)),
  };
};

/** The timetable of a service class on a working calendar. */
export const timetableOf = (
  serviceClass: string,
  terms: TermsOfClass,
  calendar: WorkingCalendar,
): Timetable => {
  const deadline = (name: string, term: Term, from: Instant): DeadlineRef => {
    const { at, provisional } = computeDeadline(calendar, term, from);
    return { at, term: `${serviceClass}.${name}`, calendar: calendar.version, provisional };
  };
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
    firstNotice: (from) => deadline('firstNotice', terms.firstNotice, from),
    feedback: (from) => deadline('feedback', terms.feedback, from),
    residentAnswer: (from) => deadline('residentAnswer', terms.residentAnswer, from),
    afterPause: (due, pause) => {
      const moved = movedByPause(calendar, due.at, pause);
      return {
        ...due,
        at: moved.at,
        calendar: calendar.version,
        provisional: due.provisional || moved.provisional,
      };
    },
    maxPauses: terms.maxPauses,
    maxExtensions: terms.maxExtensions,
    reminders: (from, dueAt) => remindersBefore(calendar, { from, dueAt }, terms.reminders),
    nextOverdueReminder: (after) => nextOverdueReminder(calendar, after),
    noticeTime: (at) => (terms.isUrgent ? at : inWorkingHours(calendar, at)),
    workingDays: (now, at) => spanOn(calendar, now, at),
  };
};
