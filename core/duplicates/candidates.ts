import type { PetitionSummary } from '../ports/audit.js';
import { isEnded } from '../petition/transitions.js';
import { similarityOf, type TextSketch } from './sketch.js';

/** A petition of the same ward whose text was compared. */
export interface Neighbour {
  petition: PetitionSummary;
  sketch: TextSketch;
}

export interface Candidate {
  petition: PetitionSummary;
  /** From 0 to 1: orders the list, is shown to nobody. */
  score: number;
}

/** How far back duplicates are looked for. */
export const CANDIDATE_DAYS = 90;
/** Petitions of the ward that are compared: the newest. */
export const MOST_COMPARED = 100;
/** A list that is read by a person. */
export const MOST_CANDIDATES = 5;
/** Records that are read anew for it: some of them the reader may not see. */
export const MOST_LOADED = 25;

/**
 * How much of the shorter text must be in the other one. Residents choose the category badly, so another one is no
 * obstacle, but asks for more. Found by comparing invented petitions of one ward; a person decides in any case.
 */
const LEAST_ALIKE = { sameCategory: 0.15, otherCategory: 0.4 } as const;

/**
 * Petitions that may say the same, the most similar first, all of them: the list is cut once it is known which of them the
 * reader may see. Place and recency were decided by whoever read the neighbours; what is over is left out: nothing can
 * follow it.
 */
export const rankCandidates = (
  own: { id: string; category: string; sketch: TextSketch },
  neighbours: readonly Neighbour[],
): Candidate[] =>
  neighbours
    .filter(({ petition }) => petition.id !== own.id && !isEnded(petition.status))
    .map(({ petition, sketch }) => ({ petition, score: similarityOf(own.sketch, sketch) }))
    .filter(
      ({ petition, score }) =>
        score >= LEAST_ALIKE[petition.category === own.category ? 'sameCategory' : 'otherCategory'],
    )
    .sort((a, b) => b.score - a.score || (a.petition.receivedAt < b.petition.receivedAt ? -1 : 1));
