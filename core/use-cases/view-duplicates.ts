import type { Petition, Task } from '../petition/petition.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { PetitionStore } from '../ports/petition-store.js';
import { followerFilesOf, followersOf, type FollowerFiles } from './follower-files.js';
import { findCandidates, type CandidateDeps, type ShownCandidate } from './find-candidates.js';

export type ViewDuplicatesDeps = Omit<CandidateDeps, 'store'> & {
  store: Pick<PetitionStore, 'load' | 'findByCode' | 'history'>;
  duplicates: DuplicateLinks;
};

/** What the holder sees of petitions that say the same. */
export interface SeenDuplicates {
  /** None while it follows another one already. */
  candidates: ShownCandidate[];
  /** How many follow this one, directly or by another one. */
  followers: number;
  /** Which of them came with files, and who can open those. */
  followerFiles: FollowerFiles[];
}

export const viewDuplicates = async (
  deps: ViewDuplicatesDeps,
  petition: Petition & { task: Task },
): Promise<SeenDuplicates> => {
  const isOpen = petition.status === 'ASSIGNED' || petition.status === 'ACCEPTED';
  const [candidates, followers] = await Promise.all([
    isOpen ? findCandidates(deps, petition, petition.task.holder.id) : [],
    followersOf(deps, petition.id),
  ]);
  const followerFiles = await followerFilesOf(deps, followers, petition.task.holder.id);
  return { candidates, followers: followers.length, followerFiles };
};
