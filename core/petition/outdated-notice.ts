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

const isPaused = ({ task, status }: Petition): boolean =>
  (task !== null && task.pause !== null) || status === 'LINKED';

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

type IsOutdated = (notice: Notice, petition: Petition) => boolean;

const BY_KIND: Partial<Record<Notice['kind'], IsOutdated>> = {
  question: ({ seq }, { task }) => task?.pause?.seq !== seq,
  decision: ({ seq }, { outcome, feedback }) => outcome?.seq !== seq || feedback !== null,
  merged: ({ seq }, { duplicateOf }) => duplicateOf?.seq !== seq,
  'wait-moved': (_, { task }) => (task?.pause ?? null) === null,
  'date-moved': (_, { status }) => !isHeld(status),
  'extension-requested': (notice, petition) =>
    petition.task?.extensionRequest?.seq !== notice.seq || isOfPast(notice, petition),
  'support-extension-requested': (notice, petition) =>
    supportOf(petition, notice.thread ?? '')?.extensionRequest?.seq !== notice.seq ||
    isOfPast(notice, petition),
  unmerged: (_, { duplicateOf }) => duplicateOf !== null,
  // A reminder of a draft is promised later than the draft; what was promised before it asked for another one.
  'approval-requested': (notice, petition) =>
    petition.task?.proposal == null || notice.seq < petition.task.proposal.seq || isOfPast(notice, petition),
  // Only the latest code holds, and it has a mail of its own.
  'answer-code': (notice, petition) =>
    petition.task?.proposal?.code == null ||
    notice.seq < petition.task.proposal.code.seq ||
    isOfPast(notice, petition),
  'first-notice': (notice, petition) => petition.firstNoticeAt !== null || isOfPast(notice, petition),
  'site-visit': (notice, petition) => !isVisitAhead(notice, petition),
};

const isOfPastTask: IsOutdated = (notice, petition) => namesOwnTask(notice) && isOfPast(notice, petition);

/**
 * Mails that ask for an act make no sense once the task is closed, nor a question that is answered, nor a new date of
 * what is over, nor an answer that was taken up again or judged by the resident since; the others are told in any case.
 */
export const isOutdated: IsOutdated = (notice, petition) =>
  isOfPastSupport(notice, petition) || (BY_KIND[notice.kind] ?? isOfPastTask)(notice, petition);
