import { parseCode } from '../codes/petition-code.js';
import { CANDIDATE_DAYS, MOST_CANDIDATES, MOST_COMPARED, rankCandidates } from '../duplicates/candidates.js';
import { NotFoundError } from '../errors.js';
import type { AgencyRef } from '../event-parts.js';
import type { Petition } from '../petition/petition.js';
import { isHeld, type Status } from '../petition/transitions.js';
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
  // The index shows what was a moment ago: what a person is to decide by is read anew.
  const petitions = await Promise.all(ranked.map(({ petition }) => deps.store.load(petition.id)));
  const open = petitions.filter(
    (petition) =>
      petition !== null && petition.lane === lane && (reader === null || petition.against !== reader),
  ) as Petition[];
  return Promise.all(open.slice(0, MOST_CANDIDATES).map((petition) => shown(deps, petition)));
};

/** The same for the desk, by a code. @throws NotFoundError. */
export const findCandidatesByCode = async (deps: CandidateDeps, typed: string): Promise<ShownCandidate[]> => {
  const code = parseCode(typed);
  const petition = code === undefined ? null : await deps.store.findByCode(code);
  if (petition === null) throw new NotFoundError();
  return findCandidates(deps, petition, null);
};
