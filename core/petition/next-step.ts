import { localDayOf, type Instant } from '../time.js';
import type { TenureEnd } from './jurisdiction.js';
import { areMattersEnded } from './matters.js';
import { commitmentOf } from './commitment.js';
import { stepOfLinked } from './duplicates.js';
import { endOfPause } from './pause.js';
import type { Pause, Petition, Task } from './petition.js';
import { overdueReminderAt } from './overdue-reminder.js';
import { recountEvent } from './recount.js';
import type { StepContext } from './rule-context.js';
import { endOfTenure } from './tenure.js';
import type { Timetable } from './timetable.js';

/** What the workflow has to do now, read from the record alone. */
export type NextStep =
  | { next: 'Route' }
  | { next: 'Recount' }
  | { next: 'Remind'; kind: 'before-due' | 'overdue' | 'follow-up' | 'first-notice'; planned: Instant }
  | { next: 'Escalate'; lateSince: Instant; because?: 'commitment-missed' }
  | { next: 'Reassign' }
  | { next: 'AwaitDecision'; wakeAt: Instant }
  | { next: 'AwaitResident'; wakeAt: Instant }
  | { next: 'Resume' }
  | { next: 'AwaitFeedback'; wakeAt: Instant }
  | { next: 'Follow' }
  | { next: 'Close' }
  | { next: 'Done' };

interface PlannedReminder {
  at: Instant;
  kind: 'before-due' | 'overdue' | 'follow-up';
}

/** The next reminder after the last one that was handled; one that was slept through stands for all before it. */
const reminderAfter = (task: Task, timetable: Timetable, now: Instant): PlannedReminder | null => {
  const done = task.remindedFor ?? task.openedAt;
  const ahead = plannedBeforeDue(task, timetable).filter((at) => at > done);
  const passed = ahead.filter((at) => at <= now).at(-1);
  const next: PlannedReminder[] = ahead.slice(0, 1).map((at) => ({ at: passed ?? at, kind: 'before-due' }));
  const overdue = overdueReminder(task, timetable, { done, now });
  if (overdue !== null) next.push(overdue);
  const due = next.filter((reminder) => reminder.at <= now);
  return due.at(-1) ?? next[0] ?? null;
};

/**
 * Reminders of acceptance while nobody has accepted, and of the deadline; one a day. Once acceptance is overdue the
 * daily reminders of that speak for both.
 */
const plannedBeforeDue = (task: Task, timetable: Timetable): Instant[] => {
  const accept = task.acceptedAt === null ? task.acceptBy : null;
  const ofAccept = accept === null ? [] : timetable.reminders(task.openedAt, accept.at);
  const ofResolve = task.resolveBy === null ? [] : timetable.reminders(task.openedAt, task.resolveBy.at);
  const planned = [...ofAccept, ...ofResolve.filter((at) => accept === null || at <= accept.at)].sort();
  return planned.filter((at, i) => i === 0 || localDayOf(at) !== localDayOf(planned[i - 1] ?? ''));
};

/** Missed acceptance, a missed deadline at the top of the chain and the Party lane's follow-up repeat each working day. */
const overdueReminder = (
  task: Task,
  timetable: Timetable,
  { done, now }: { done: Instant; now: Instant },
): PlannedReminder | null => {
  const missed = overdueSince(task);
  if (missed === null) return null;
  const kind = task.followUpAt === null ? 'overdue' : 'follow-up';
  const first = kind === 'follow-up' && done < missed ? missed : null;
  return { at: overdueReminderAt({ missed, done, first }, { timetable, now }), kind };
};

/** The deadline from which overdue reminders count: acceptance while nobody has accepted, else the last one. */
const overdueSince = (task: Task): Instant | null => {
  if (task.followUpAt !== null) return task.followUpAt.at;
  if (task.acceptedAt === null && task.acceptBy !== null) return task.acceptBy.at;
  return task.isLastOwner ? owedBy(task) : null;
};

const earliest = (...instants: (Instant | null)[]): Instant => {
  const sorted = instants.filter((at) => at !== null).sort();
  const first = sorted[0];
  if (first === undefined) throw new Error('an open task without a next wake-up');
  return first;
};

const sooner = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;

/** The holder's deadline, or the day to which it committed itself if that comes first. */
const owedBy = (task: Task): Instant | null =>
  sooner(task.resolveBy?.at ?? null, commitmentOf(task)?.at ?? null);

/** Where there is somebody above, a missed deadline or commitment goes up; the last owner is reminded instead. */
const escalationOf = (task: Task): Instant | null => (task.isLastOwner ? null : owedBy(task));

const escalation = (task: Task, lateSince: Instant): NextStep => {
  const isDue = task.resolveBy !== null && task.resolveBy.at <= lateSince;
  return { next: 'Escalate', lateSince, ...(!isDue && { because: 'commitment-missed' as const }) };
};

const isPast = (at: Instant | null, now: Instant): at is Instant => at !== null && at <= now;

/**
 * The legal term of the first written notice is watched apart from the holder's terms, is never extended and never
 * stands still (Law 42/2013/QH13 art. 28).
 */
const firstNoticeOf = ({ promised, firstNoticeAt, isFirstNoticeMissed, lane }: Petition): Instant | null =>
  lane === 'party' || firstNoticeAt !== null || isFirstNoticeMissed ? null : promised.firstNoticeBy.at;

/** The clock stands still: nothing is due from the holder. It runs on at the end of the pause, and before a move. */
const stepOfPause = (pause: Pause, tenureEnd: TenureEnd | null, now: Instant): NextStep => {
  const { at } = endOfPause(pause, tenureEnd);
  return at <= now ? { next: 'Resume' } : { next: 'AwaitResident', wakeAt: at };
};

/** A holder acts no longer than it rightfully holds the task; until then its own clock decides. */
const stepOfTask = (petition: Petition, task: Task, context: StepContext): NextStep => {
  const tenure = endOfTenure(petition, context.jurisdiction);
  if (task.pause !== null) return stepOfPause(task.pause, tenure, context.now);
  const tenureEnd = tenure?.at ?? null;
  if (isPast(tenureEnd, context.now)) return { next: 'Reassign' };
  return stepOfClock(petition, task, { ...context, tenureEnd });
};

const stepOfClock = (
  petition: Petition,
  task: Task,
  { timetable, now, tenureEnd }: StepContext & { tenureEnd: Instant | null },
): NextStep => {
  const escalateAt = escalationOf(task);
  if (isPast(escalateAt, now)) return escalation(task, escalateAt);
  const reminder = reminderAfter(task, timetable, now);
  if (reminder !== null && reminder.at <= now)
    return { next: 'Remind', kind: reminder.kind, planned: reminder.at };
  const firstNoticeBy = firstNoticeOf(petition);
  if (isPast(firstNoticeBy, now)) return { next: 'Remind', kind: 'first-notice', planned: firstNoticeBy };
  const wakeAt = earliest(reminder?.at ?? null, escalateAt, tenureEnd, firstNoticeBy);
  return { next: 'AwaitDecision', wakeAt };
};

/**
 * An answer that reached nobody keeps the petition open: its notice stays on the desk's worklist. The wait is as long as
 * if it arrived now, so an answer that arrives soon, as most do, costs no extra look.
 */
const stepAfterDecision = (petition: Petition, timetable: Timetable, now: Instant): NextStep => {
  if (petition.feedback !== null) return { next: 'Close' };
  const until = petition.feedbackUntil?.at;
  if (until === undefined) return { next: 'AwaitFeedback', wakeAt: timetable.feedback(now).at };
  return until <= now ? { next: 'Close' } : { next: 'AwaitFeedback', wakeAt: until };
};

/**
 * The workflow's next step. Total: every state of a petition gives one, and every step that waits names the
 * instant at which it wakes, so no petition is ever left without a next wake-up.

 * A calendar that has changed comes first: nobody is reminded or late by a deadline that has moved.
 */
export const nextStep = (petition: Petition, context: StepContext): NextStep =>
  recountEvent(petition, context) === null ? stepOfStatus(petition, context) : { next: 'Recount' };

const stepOfStatus = (petition: Petition, context: StepContext): NextStep => {
  switch (petition.status) {
    case 'SUBMITTED':
      return { next: 'Route' };
    case 'ASSIGNED':
    case 'ACCEPTED':
    case 'WAITING_RESIDENT':
      if (petition.task === null) throw new Error('an open petition without a task');
      return stepOfTask(petition, petition.task, context);
    case 'LINKED':
      return stepOfLinked(petition, context, endOfTenure(petition, context.jurisdiction)?.at ?? null);
    case 'RESOLVED':
    case 'REJECTED':
    case 'GUIDED':
    case 'FORWARDED':
      return stepAfterDecision(petition, context.timetable, context.now);
    case 'SPLIT':
      // Each matter that ends wakes it; the wait is only how often it looks for itself.
      return areMattersEnded(petition)
        ? { next: 'Close' }
        : { next: 'AwaitFeedback', wakeAt: context.timetable.feedback(context.now).at };
    case 'CLOSED':
    case 'WITHDRAWN':
      return { next: 'Done' };
  }
};

/**
 * Must the sleeping workflow be woken after a commit? Yes when the holder or the phase changed or the next wake-up came
 * forward; a wake-up that moved back costs nothing: the workflow wakes at the old instant, looks, and waits on.
 */
export const mustWake = (before: Petition, after: Petition, context: StepContext): boolean => {
  if (before.task?.no !== after.task?.no) return true;
  // The step of a duplicate is read from its main petition too.
  if ((before.status === 'LINKED') !== (after.status === 'LINKED')) return true;
  const was = nextStep(before, context);
  const is = nextStep(after, context);
  if (!('wakeAt' in is)) return true;
  return !('wakeAt' in was) || was.next !== is.next || is.wakeAt < was.wakeAt;
};
