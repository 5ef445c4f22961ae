import type { Notice } from './notices.js';
import type { Petition } from './petition.js';
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

/**
 * Mails that ask for an act make no sense once the task is closed, nor a question that is answered, nor an answer that
 * was taken up again or judged by the resident since; the others are told in any case.
 */
export const isOutdated = (notice: Notice, petition: Petition): boolean => {
  switch (notice.kind) {
    case 'question':
      return petition.task?.pause?.seq !== notice.seq;
    case 'decision':
      return petition.outcome?.seq !== notice.seq || petition.feedback !== null;
    case 'extension-requested':
      return petition.task?.extensionRequest == null || isOfPast(notice, petition);
    case 'first-notice':
      return petition.firstNoticeAt !== null || isOfPast(notice, petition);
    default:
      return notice.taskNo !== null && isOfPast(notice, petition);
  }
};
