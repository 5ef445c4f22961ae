import type { DeadlineRef } from './deadline-ref.js';
import type { Petition } from './petition.js';

/** Every deadline that the record names. */
export const deadlinesOf = ({ promised, task, feedbackUntil, supports }: Petition): DeadlineRef[] =>
  [
    promised.firstNoticeBy,
    promised.resolveBy,
    task?.acceptBy ?? null,
    task?.resolveBy ?? null,
    task?.followUpAt ?? null,
    task?.pause?.until ?? null,
    feedbackUntil,
    ...supports.map(({ dueBy }) => dueBy),
  ].filter((due) => due !== null);
