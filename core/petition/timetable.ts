import type { Instant, LocalDay } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';

/** Working days between two instants, whichever comes first. */
export interface WorkingSpan {
  days: number;
  /** The count met a calendar year that is missing or not final. */
  provisional: boolean;
}

/**
 * The terms of one service class on the working calendar. Built from the registry (service levels, calendars) by
 * `timetableOf`; the rules of the petition see nothing else of either.
 */
export interface Timetable {
  serviceClass: string;
  /** Urgent classes: notices leave at once, also outside office hours. */
  isUrgent: boolean;
  /** Take the task; null in the Party lane. */
  accept(from: Instant): DeadlineRef | null;
  /** Settle the matter; null in the Party lane. */
  resolve(from: Instant): DeadlineRef | null;
  /** Party and Front lane: when the leader is asked how far it is; null elsewhere. */
  followUp(from: Instant): DeadlineRef | null;
  /** The same, at the end of office hours of a day that the leader has named, or of the working day after it. */
  followUpOn(day: LocalDay): DeadlineRef;
  /** The reception desk sorts what no rule or place decides. */
  triage(from: Instant): DeadlineRef;
  /** First written notice to the resident (legal floor, Law 42/2013 art. 28). */
  firstNotice(from: Instant): DeadlineRef;
  /**
   * A supporting agency contributes: by the end of the term, but a working day before the lead must answer, or with the
   * lead where that day is over. A lead without a deadline, or behind it, leaves the term as it is.
   */
  support(from: Instant, leadDueAt: Instant | null): DeadlineRef;
  /** The same, at the end of office hours of a day that the lead has named. */
  supportOn(day: LocalDay): DeadlineRef;
  /** Time for the resident to say that it is not settled, from the delivery of the answer. */
  feedback(from: Instant): DeadlineRef;
  /** The resident's time to answer a question, during which the clock stands still. */
  residentAnswer(from: Instant): DeadlineRef;
  /** A deadline moved by a pause: what was left is left still, in whole working days or in office time as its term counts. */
  afterPause(due: DeadlineRef, pause: { since: Instant; until: Instant }): DeadlineRef;
  /**
   * A deadline counted on an earlier calendar, as it falls on this one (a closure, a year that was loaded since); the very
   * same when nothing changes for it, when it has passed, or when its calendar is not known any more.
   */
  recounted(due: DeadlineRef, count: { since: Instant; now: Instant }): DeadlineRef;
  /** Until when a head's one-time code holds, which may be mailed from `from` on. No deadline: nobody is late by it. */
  answerCode(from: Instant): Instant;
  /** How often one task's clock may be stopped. */
  maxPauses: number;
  /** Latest instant to which the holder may extend, counted from the present deadline; null = not extendable. */
  extension(from: Instant): DeadlineRef | null;
  /** Latest instant that a superior may allow, counted from the present deadline; null = nobody can. */
  approvedExtension(from: Instant): DeadlineRef | null;
  /** How often one task may be extended by its holder alone. */
  maxExtensions: number;
  /** Planned reminders between opening and due, ascending, all before `due`. */
  reminders(from: Instant, due: Instant): Instant[];
  /**
   * Reminders of what is overdue: the working morning after `missed`, and from then on each n-th one after `after`, as the
   * plan of the class says.
   */
  nextOverdueReminder(after: Instant, missed: Instant): Instant;
  /** The first reminder behind a deadline goes to the agency's head as well. */
  copiesHead: boolean;
  /** When a notice to an official may leave: at once if urgent or in office hours, else at the next opening. */
  noticeTime(at: Instant): Instant;
  /** Working days left until, or begun since, another instant; the day of the earlier one does not count. */
  workingDays(now: Instant, at: Instant): WorkingSpan;
}
