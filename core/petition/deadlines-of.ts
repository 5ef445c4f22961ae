import type { DeadlineRef } from './deadline-ref.js';
import type { Petition, Task } from './petition.js';

const ofTask = ({ acceptBy, resolveBy, followUpAt, ...task }: Task): (DeadlineRef | null)[] => [
  ...[acceptBy, resolveBy, followUpAt],
  task.pause?.until ?? null,
  ...task.commitments,
  task.extensionRequest?.until ?? null,
];

/** Every deadline that the record names. */
export const deadlinesOf = ({ promised, task, feedbackUntil, supports }: Petition): DeadlineRef[] =>
  [
    ...[promised.firstNoticeBy, promised.resolveBy, feedbackUntil],
    ...(task === null ? [] : ofTask(task)),
    ...supports.map(({ dueBy }) => dueBy),
  ].filter((due) => due !== null);
