import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { Petition } from './petition.js';

/** A promise that was broken stays broken: no later act may make a late petition look punctual. */
export const promisedAfter = (
  petition: Petition,
  resolveBy: DeadlineRef | null,
  now: Instant,
): Petition['promised'] => {
  const before = petition.promised.resolveBy;
  return before !== null && before.at <= now ? petition.promised : { ...petition.promised, resolveBy };
};
