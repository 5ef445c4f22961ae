import type { ContactKind } from '../residents/contact-index.js';
import type { Instant } from '../time.js';

/** Petitions by the blind index of contacts (`contactIndexKey`). Those from before the index are not in it. */
export interface PetitionFinder {
  /** Ids, newest petition first. */
  find(key: string, limit: number): Promise<string[]>;
  /** Consistent. */
  has(key: string, petitionId: string): Promise<boolean>;
}

/** A search as it stays on record: who, when and by what kind of contact; never the contact or the name. */
export interface DeskSearch {
  userId: string;
  at: Instant;
  by: ContactKind;
  /** Tells two searches of one instant apart. */
  id: string;
  /** For whose petition a new receipt was asked; null for a mere search. */
  petitionId: string | null;
}

/** The record of the desk's searches. */
export interface SearchLog {
  /** Notes a search before anything is looked up. False, and nothing noted, when the user's hour is used up. */
  note(search: DeskSearch, mostAnHour: number): Promise<boolean>;
}
