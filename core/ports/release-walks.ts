import type { Instant } from '../time.js';
import type { DueThread } from './thread-store.js';

/** How far one province is. */
export interface WalkedProvince {
  /** The last thread that was looked at; null at the beginning. */
  after: DueThread | null;
  /** Threads that could not be looked at since then: the province is walked again. */
  failed: number;
}

/** How far the open petitions have been looked at since a release came into force. */
export interface ReleaseWalk {
  /** The release that is being applied, or was. */
  release: string;
  /** Legal instant from which on every function decides by that release. */
  beginsAt: Instant;
  /** Provinces that are not done, by id; empty once the release has been applied everywhere. */
  left: Readonly<Record<string, WalkedProvince>>;
  /** Number of writes so far: one of two that walk at once writes, the other has done its work for nothing. */
  version: number;
}

/** One item for the whole table. */
export interface ReleaseWalkStore {
  /** Null before the first release was applied. */
  load(): Promise<ReleaseWalk | null>;
  /** Writes the walk as version + 1 of what was loaded (`null`: the first one); false when somebody else has. */
  save(walk: Omit<ReleaseWalk, 'version'>, before: ReleaseWalk | null): Promise<boolean>;
}
