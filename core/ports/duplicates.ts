import type { Neighbour } from '../duplicates/candidates.js';
import type { TextSketch } from '../duplicates/sketch.js';
import type { Instant } from '../time.js';

/** Which petitions follow another one. Consistent. */
export interface DuplicateLinks {
  /** Ids of the petitions that are linked to a main one now, oldest first; at most `limit`. */
  linkedTo(mainId: string, limit: number): Promise<string[]>;
}

/** Texts made comparable without being readable. */
export interface TextSketches {
  /** Null for a petition from before sketches were kept, and for one that was erased. Consistent. */
  sketch(petitionId: string): Promise<TextSketch | null>;
  /**
   * The newest petitions of a ward since an instant that have a sketch. Index read: what came a moment ago may be missing.
   */
  neighbours(of: { unitId: string; since: Instant }, limit: number): Promise<Neighbour[]>;
}
