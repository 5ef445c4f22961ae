import type { PetitionEvent } from '../events.js';
import { foldHistory } from '../petition/fold.js';
import type { Petition } from '../petition/petition.js';
import type { Instant } from '../time.js';

/**
 * The record as it stood at an instant, from the history alone: what had happened by then, that instant included. Null
 * before the first event.
 */
export const recordAt = (history: readonly PetitionEvent[], at: Instant): Petition | null => {
  const until = history.filter((event) => event.at <= at);
  return until.length === 0 ? null : foldHistory(until);
};
