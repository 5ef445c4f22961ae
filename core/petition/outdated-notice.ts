import { threadOfTask } from './notice-kinds.js';
import type { Notice } from './notices.js';
import type { Petition } from './petition.js';
import { supportOf } from './support.js';
import { isHeld } from './transitions.js';

/** Mails that say that the clock runs. */
const OF_RUNNING_CLOCK: readonly Notice['kind'][] = [
  'reminder',
  'overdue',
  'follow-up',
  'first-notice',
  'answered',
  'resumed',
];

const isPaused = ({ task }: Petition): boolean => task !== null && task.pause !== null;

/** Asks for an act on a task that is closed or moved, or speaks of a clock that stands still. */
const isOfPast = ({ kind, taskNo }: Notice, petition: Petition): boolean =>
  petition.task?.no !== taskNo ||
  !isHeld(petition.status) ||
  (isPaused(petition) && OF_RUNNING_CLOCK.includes(kind));

/** Asks an agency to contribute what is over or with another one, or tells the lead of a delay that has ended. */
const isOfPastSupport = (notice: Notice, petition: Petition): boolean => {
  const task = threadOfTask(notice);
  if (task === undefined && notice.kind !== 'support-late') return false;
  const support = supportOf(petition, notice.thread ?? '');
  if (support === undefined || support.ended !== null) return true;
  return task !== undefined && support.no !== notice.taskNo;
};

/** Nobody has moved it since, and somebody still works on the matter. */
const isVisitAhead = ({ seq }: Notice, { visit, status }: Petition): boolean =>
  visit?.seq === seq && isHeld(status);

/** Names a task of the petition itself. */
const namesOwnTask = (notice: Notice): boolean =>
  notice.taskNo !== null && threadOfTask(notice) === undefined;

/**
 * Mails that ask for an act make no sense once the task is closed, nor a question that is answered, nor an answer that
 * was taken up again or judged by the resident since; the others are told in any case.
 */
export const isOutdated = (notice: Notice, petition: Petition): boolean => {
  if (isOfPastSupport(notice, petition)) return true;
  switch (notice.kind) {
    case 'question':
      return petition.task?.pause?.seq !== notice.seq;
    case 'decision':
      return petition.outcome?.seq !== notice.seq || petition.feedback !== null;
    case 'first-notice':
      return petition.firstNoticeAt !== null || isOfPast(notice, petition);
    case 'site-visit':
      return !isVisitAhead(notice, petition);
    default:
      return namesOwnTask(notice) && isOfPast(notice, petition);
  }
};
