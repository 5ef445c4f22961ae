import { parseCode } from '../codes/petition-code.js';
import {
  CANDIDATE_DAYS,
  MOST_CANDIDATES,
  MOST_COMPARED,
  MOST_LOADED,
  rankCandidates,
  type Candidate,
} from '../duplicates/candidates.js';
import { NotFoundError } from '../errors.js';
import type { AgencyRef } from '../event-parts.js';
import type { Petition } from '../petition/petition.js';
import { isEnded, isHeld, type Status } from '../petition/transitions.js';
import type { TextSketches } from '../ports/duplicates.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import { plusMs, type Instant } from '../time.js';

const DAY_MS = 86_400_000;

/** A petition that may say the same: what anybody with its code can read, nothing of persons, nothing of its text. */
export interface ShownCandidate {
  code: string;
  categoryLabel: string;
  receivedAt: Instant;
  status: Status;
  /** Who works on it; null while nobody does, and after the answer. */
  holder: AgencyRef | null;
}

export interface CandidateDeps {
  store: Pick<PetitionStore, 'load' | 'findByCode'>;
  sketches: TextSketches;
  registers: Pick<Registers, 'category'>;
}

const shown = async ({ registers }: CandidateDeps, petition: Petition): Promise<ShownCandidate> => ({
  code: petition.code,
  categoryLabel: (await registers.category(petition.category))?.label ?? petition.category,
  receivedAt: petition.receivedAt,
  status: petition.status,
  holder: isHeld(petition.status) ? (petition.task?.holder ?? null) : null,
});

/**
 * The first of the ranked ones that the reader may see. The index shows what was a moment ago: what a person is to decide
 * by is read anew, a list's length at a time, until the list is full or the reads are used up.
 */
const firstSeen = async (
  { store }: CandidateDeps,
  ranked: readonly Candidate[],
  { lane, reader }: Pick<Petition, 'lane'> & { reader: string | null },
): Promise<Petition[]> => {
  const isSeen = (petition: Petition | null): petition is Petition =>
    petition !== null &&
    petition.lane === lane &&
    !isEnded(petition.status) &&
    (reader === null || petition.against !== reader);
  const seen: Petition[] = [];
  const most = Math.min(ranked.length, MOST_LOADED);
  for (let i = 0; i < most && seen.length < MOST_CANDIDATES; i += MOST_CANDIDATES) {
    const next = ranked.slice(i, Math.min(i + MOST_CANDIDATES, most));
    const petitions = await Promise.all(next.map(({ petition }) => store.load(petition.id)));
    seen.push(...petitions.filter(isSeen));
  }
  return seen.slice(0, MOST_CANDIDATES);
};

/**
 * Petitions of the same ward that may say the same, the most similar first. Where the place is undecided there are none:
 * a text alone decides nothing. `reader` is the agency that looks: what is about its own officials is kept from it.
 */
export const findCandidates = async (
  deps: CandidateDeps,
  { id, category, unitId, receivedAt, lane }: Petition,
  reader: string | null,
): Promise<ShownCandidate[]> => {
  const sketch = unitId === null ? null : await deps.sketches.sketch(id);
  if (unitId === null || sketch === null) return [];
  const since = plusMs(receivedAt, -CANDIDATE_DAYS * DAY_MS);
  const neighbours = await deps.sketches.neighbours({ unitId, since }, MOST_COMPARED);
  const ranked = rankCandidates({ id, category, sketch }, neighbours);
  const open = await firstSeen(deps, ranked, { lane, reader });
  return Promise.all(open.map((petition) => shown(deps, petition)));
};

/** The same for the desk, by a code. @throws NotFoundError. */
export const findCandidatesByCode = async (deps: CandidateDeps, typed: string): Promise<ShownCandidate[]> => {
  const code = parseCode(typed);
  const petition = code === undefined ? null : await deps.store.findByCode(code);
  if (petition === null) throw new NotFoundError();
  return findCandidates(deps, petition, null);
};
