import { MAX_DUPLICATES } from '../petition/duplicates.js';
import type { Petition, Task } from '../petition/petition.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import { findCandidates, type CandidateDeps, type ShownCandidate } from './find-candidates.js';

export type ViewDuplicatesDeps = CandidateDeps & { duplicates: DuplicateLinks };

/** What the holder sees of petitions that say the same. */
export interface SeenDuplicates {
  /** None while it follows another one already. */
  candidates: ShownCandidate[];
  /** How many follow this one. */
  followers: number;
}

export const viewDuplicates = async (
  deps: ViewDuplicatesDeps,
  petition: Petition & { task: Task },
): Promise<SeenDuplicates> => {
  const isOpen = petition.status === 'ASSIGNED' || petition.status === 'ACCEPTED';
  const [candidates, followers] = await Promise.all([
    isOpen ? findCandidates(deps, petition, petition.task.holder.id) : [],
    deps.duplicates.linkedTo(petition.id, MAX_DUPLICATES),
  ]);
  return { candidates, followers: followers.length };
};
