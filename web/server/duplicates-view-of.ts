import type { LiveTask } from '../../core/use-cases/view-task.js';
import type { DuplicateCandidateView, DuplicatesView } from './views.js';

export const candidateViews = ({ duplicates }: LiveTask): DuplicateCandidateView[] =>
  duplicates.candidates.map(({ holder, ...candidate }) => ({
    ...candidate,
    holderName: holder?.name ?? null,
  }));

export const duplicatesViewOf = (task: LiveTask): DuplicatesView => {
  const { petition, duplicates } = task;
  const { status, duplicateOf } = petition;
  return {
    main:
      status === 'LINKED' && duplicateOf !== null
        ? { code: duplicateOf.code, since: duplicateOf.since }
        : null,
    followers: duplicates.followers,
    followerFiles: duplicates.followerFiles,
    candidates: candidateViews(task),
  };
};
