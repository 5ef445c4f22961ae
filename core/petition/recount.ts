import type { EventData, Happening } from '../events.js';
import type { Instant } from '../time.js';
import { commitmentOf } from './commitment.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { Petition, Task } from './petition.js';
import type { StepContext } from './rule-context.js';
import { holderBegin, promiseBegin } from './stood-still.js';
import { openSupports } from './support.js';
import { isDecided, isHeld } from './transitions.js';

type Recounted = Omit<EventData<'DeadlinesRecounted'>, 'taskNo' | 'supports'>;
type Recount = (due: DeadlineRef | null, since: Instant) => DeadlineRef | null;

/** Taking the task has a term of its own at each hop: the first holder's counts from the receipt, every later one's anew. */
const acceptBegin = (petition: Petition, task: Task): Instant =>
  task.no === 1 && !task.isTriage ? petition.receivedAt : task.openedAt;

const ofTask = (petition: Petition, task: Task, recount: Recount) => {
  // A clock that goes on with another holder counts from where it began, not from the hop.
  const since = holderBegin(petition);
  return {
    acceptBy: task.acceptedAt === null ? recount(task.acceptBy, acceptBegin(petition, task)) : task.acceptBy,
    resolveBy: recount(task.resolveBy, since),
    followUpAt: recount(task.followUpAt, since),
    waitUntil: task.pause && recount(task.pause.until, task.pause.since),
    commitment: recount(commitmentOf(task), since),
    extensionUntil: recount(task.extensionRequest?.until ?? null, since),
  };
};

/** After the answer only the resident's time is open: what was promised before is history. */
const openDeadlines = (petition: Petition, task: Task, recount: Recount): Recounted => {
  const { promised, feedbackUntil, delivered, receivedAt, firstNoticeAt } = petition;
  const { acceptBy, resolveBy, followUpAt } = task;
  if (isDecided(petition.status))
    return {
      ...{ acceptBy, resolveBy, followUpAt, waitUntil: null, promised, commitment: commitmentOf(task) },
      extensionUntil: null,
      feedbackUntil: delivered && recount(feedbackUntil, delivered.at),
    };
  const firstNoticeBy =
    firstNoticeAt === null ? recount(promised.firstNoticeBy, receivedAt) : promised.firstNoticeBy;
  return {
    ...ofTask(petition, task, recount),
    feedbackUntil,
    promised: {
      firstNoticeBy: firstNoticeBy ?? promised.firstNoticeBy,
      resolveBy: recount(promised.resolveBy, promiseBegin(petition)),
    },
  };
};

/**
 * The open deadlines as they fall on today's calendar, where that has changed since they were counted; null when nothing
 * moves. What has passed stays: nobody becomes punctual afterwards.
 */
export const recountEvent = (
  petition: Petition,
  { timetable, now }: Pick<StepContext, 'timetable' | 'now'>,
): Extract<Happening, { type: 'DeadlinesRecounted' }> | null => {
  const { task } = petition;
  if (task === null || !(isHeld(petition.status) || isDecided(petition.status))) return null;
  const moved: DeadlineRef[] = [];
  const recount: Recount = (due, since) => {
    const counted = due && timetable.recounted(due, { since, now });
    if (counted !== null && counted !== due) moved.push(counted);
    return counted;
  };
  const data = openDeadlines(petition, task, recount);
  const supports = openSupports(petition).map(({ thread, dueBy, openedAt }) => ({
    thread,
    dueBy: recount(dueBy, openedAt) ?? dueBy,
  }));
  return moved.length === 0
    ? null
    : { type: 'DeadlinesRecounted', data: { taskNo: task.no, ...data, supports } };
};
