import { inGroups } from '../in-groups.js';
import { MAX_DUPLICATES } from '../petition/duplicates.js';
import type { DuplicateLinks } from '../ports/duplicates.js';
import type { PetitionStore } from '../ports/petition-store.js';
import { fileRefsIn } from './view-support.js';

interface FollowerDeps {
  duplicates: DuplicateLinks;
  store: Pick<PetitionStore, 'load' | 'history'>;
}

/** A petition that follows this one, directly or by another one, and came with files. */
export interface FollowerFiles {
  code: string;
  /** Photos of its resident and files of its supporters. */
  files: number;
  /** Who holds it and can open them; null where nobody does. */
  holderName: string | null;
}

/** Followers whose own followers and files are looked for: bounds the reads of one page. */
export const MOST_LOOKED_AT = 25;
const AT_ONCE = 5;

/**
 * Ids of all that follow a petition, those of its followers behind them, each once: a chain comes about when a petition that
 * others follow is linked itself.
 */
export const followersOf = async ({ duplicates }: FollowerDeps, mainId: string): Promise<string[]> => {
  const found = new Set(await duplicates.linkedTo(mainId, MAX_DUPLICATES));
  let looked = 0;
  // A set gives what is added while it is walked.
  for (const id of found) {
    if (looked >= MOST_LOOKED_AT || found.size >= MAX_DUPLICATES) break;
    looked += 1;
    for (const next of await duplicates.linkedTo(id, MAX_DUPLICATES)) if (next !== mainId) found.add(next);
  }
  return [...found].slice(0, MAX_DUPLICATES);
};

/**
 * Where files lie that were handed in with followers: they stay with the holder of each, under the key of its own
 * resident. What is about the reader's own officials is not named to it.
 */
export const followerFilesOf = async (
  { store }: FollowerDeps,
  ids: readonly string[],
  reader: string,
): Promise<FollowerFiles[]> => {
  const found = await inGroups(ids.slice(0, MOST_LOOKED_AT), AT_ONCE, async (id) => {
    const petition = await store.load(id);
    if (petition === null || petition.against === reader) return [];
    const files = fileRefsIn(await store.history(id)).length;
    return files === 0
      ? []
      : [{ code: petition.code, files, holderName: petition.task?.holder.name ?? null }];
  });
  return found.flat();
};
