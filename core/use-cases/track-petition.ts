import { NotFoundError } from '../errors.js';
import { parseCode } from '../codes/petition-code.js';
import { dueAt, isLate, type Hop, type Outcome, type Petition } from '../petition/petition.js';
import type { Status } from '../petition/transitions.js';
import type { Clock } from '../ports/clock.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Vault } from '../ports/vault.js';

/** What anybody with the code may see: no person, no free text but the agency's own answer. */
export interface TrackedPetition {
  code: string;
  category: string;
  status: Status;
  holder: { id: string; name: string; tier: string } | null;
  receivedAt: string;
  dueAt: string | null;
  /** The due date rests on a calendar year that is missing or not final. */
  provisional: boolean;
  late: boolean;
  hops: Hop[];
  promised: Petition['promised'];
  outcome: (Omit<Outcome, 'seq'> & { answer: string | null }) | null;
  feedbackUntil: string | null;
  closedAt: string | null;
}

const outcomeOf = async (vault: Vault, petition: Petition): Promise<TrackedPetition['outcome']> => {
  if (petition.outcome === null) return null;
  const { seq, ...outcome } = petition.outcome;
  return { ...outcome, answer: (await vault.openTexts(petition.id, seq))['text'] ?? null };
};

const holderOf = ({ status, task }: Petition): TrackedPetition['holder'] =>
  status === 'ASSIGNED' || status === 'ACCEPTED' ? (task?.holder ?? null) : null;

/**
 * The petition behind a code, read leniently (case, spaces, hyphens, O for 0).
 * @throws NotFoundError for a code that is malformed, mistyped or unknown: the three are not told apart.
 */
export const trackPetition = async (
  deps: { clock: Clock; store: PetitionStore; vault: Vault },
  typed: string,
): Promise<TrackedPetition> => {
  const code = parseCode(typed);
  const petition = code === undefined ? null : await deps.store.findByCode(code);
  if (petition === null) throw new NotFoundError();
  return {
    code: petition.code,
    category: petition.category,
    status: petition.status,
    holder: holderOf(petition),
    receivedAt: petition.receivedAt,
    dueAt: dueAt(petition),
    provisional: petition.promised.resolveBy?.provisional ?? false,
    late: isLate(petition, deps.clock.now()),
    hops: petition.hops,
    promised: petition.promised,
    outcome: await outcomeOf(deps.vault, petition),
    feedbackUntil: petition.feedbackUntil?.at ?? null,
    closedAt: petition.closedAt,
  };
};
