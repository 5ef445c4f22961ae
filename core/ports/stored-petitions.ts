/** A petition as it lies in the table, nothing of it believed: for whoever checks it. */
export interface StoredPetition {
  /** The events in the order of their keys, whatever they hold. */
  events: readonly unknown[];
  /** The record; undefined where there is none. */
  record: unknown;
}

/** Reads petitions that may have been tampered with: no event and no record makes it throw. */
export interface StoredPetitions {
  /** @throws HeadConflictError when the petition changes faster than it can be read. */
  stored(petitionId: string): Promise<StoredPetition>;
}
