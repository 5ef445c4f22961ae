import { NotFoundError } from '../errors.js';
import { parseCode } from '../codes/petition-code.js';
import { commitmentOf } from '../petition/commitment.js';
import {
  clockStoppedAt,
  dueAt,
  isLate,
  type Hop,
  type Outcome,
  type Petition,
} from '../petition/petition.js';
import { supportState } from '../petition/support.js';
import type { SupportState } from '../petition/support-transitions.js';
import { isHeld, type Status } from '../petition/transitions.js';
import type { Clock } from '../ports/clock.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import type { Vault } from '../ports/vault.js';
import type { Instant } from '../time.js';

/** What anybody with the code may see: no person, no free text but the agency's own question and answer. */
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
  /** Working days left until the due date, or begun since; null once it was answered, or without a due date. */
  workingDays: number | null;
  hops: Hop[];
  /** New dates: the old one, the new one, and who set it. */
  dateMoves: Petition['dateMoves'];
  /** Until when the holder of a late petition has committed itself; null where it has not. */
  commitment: string | null;
  promised: Petition['promised'];
  outcome: (Omit<Outcome, 'seq'> & { answer: string | null }) | null;
  feedbackUntil: string | null;
  /** What the unit asks while the clock stands still, and until when. */
  question: { text: string | null; until: string } | null;
  /** What the resident said of the present answer. */
  feedback: { satisfied: boolean } | null;
  /** Who was asked to contribute, and what became of it; what was said stays with the agencies. */
  supports: { agency: string; state: SupportState; requestedAt: string; endedAt: string | null }[];
  /** What it was split into, each followed by its own code too; empty for a whole one. */
  matters: {
    code: string;
    category: string;
    status: Status;
    holder: TrackedPetition['holder'];
    dueAt: string | null;
    late: boolean;
  }[];
  /** Since when it follows another petition that says the same; whose, is not said. */
  mergedAt: string | null;
  closedAt: string | null;
  /** What it was classified as before, by codes; oldest first. */
  reclassifications: { at: string; from: string; to: string }[];
}

const outcomeOf = async (vault: Vault, petition: Petition): Promise<TrackedPetition['outcome']> => {
  if (petition.outcome === null) return null;
  const { seq, ...outcome } = petition.outcome;
  return { ...outcome, answer: (await vault.openTexts(petition.id, seq))['text'] ?? null };
};

const questionOf = async (vault: Vault, { id, task }: Petition): Promise<TrackedPetition['question']> => {
  const pause = task?.pause ?? null;
  if (pause === null) return null;
  return { text: (await vault.openTexts(id, pause.seq))['text'] ?? null, until: pause.until.at };
};

const holderOf = ({ status, task }: Petition): TrackedPetition['holder'] =>
  isHeld(status) ? (task?.holder ?? null) : null;

const workingDaysOf = async (
  registers: Pick<Registers, 'timetable'>,
  petition: Petition,
  now: Instant,
): Promise<number | null> => {
  const due = dueAt(petition);
  if (due === null || petition.outcome !== null || petition.closedAt !== null) return null;
  const timetable = await registers.timetable(petition);
  // While it waits for the resident, what is left stays left.
  return timetable.workingDays(clockStoppedAt(petition) ?? now, due).days;
};

const commitmentNow = ({ task, status }: Petition): Instant | null =>
  task === null || !isHeld(status) ? null : (commitmentOf(task)?.at ?? null);

const supportsOf = ({ supports }: Petition): TrackedPetition['supports'] =>
  supports.map((support) => ({
    agency: support.holder.name,
    state: supportState(support),
    requestedAt: support.requestedAt,
    endedAt: support.ended?.at ?? null,
  }));

const mattersOf = (
  store: PetitionStore,
  { matters }: Petition,
  now: Instant,
): Promise<TrackedPetition['matters']> =>
  Promise.all(
    matters.map(async ({ petitionId }) => {
      const matter = await store.load(petitionId);
      if (matter === null) throw new NotFoundError();
      return {
        ...{ code: matter.code, category: matter.category, status: matter.status },
        ...{ holder: holderOf(matter), dueAt: dueAt(matter), late: isLate(matter, now) },
      };
    }),
  );

/**
 * The petition behind a code, read leniently (case, spaces, hyphens, O for 0).
 * @throws NotFoundError for a code that is malformed, mistyped or unknown: the three are not told apart.
 */
export const trackPetition = async (
  deps: { clock: Clock; store: PetitionStore; vault: Vault; registers: Pick<Registers, 'timetable'> },
  typed: string,
): Promise<TrackedPetition> => {
  const code = parseCode(typed);
  const petition = code === undefined ? null : await deps.store.findByCode(code);
  if (petition === null) throw new NotFoundError();
  const now = deps.clock.now();
  return {
    code: petition.code,
    category: petition.category,
    status: petition.status,
    holder: holderOf(petition),
    receivedAt: petition.receivedAt,
    dueAt: dueAt(petition),
    provisional: petition.promised.resolveBy?.provisional ?? false,
    late: isLate(petition, now),
    workingDays: await workingDaysOf(deps.registers, petition, now),
    hops: petition.hops,
    dateMoves: petition.dateMoves,
    commitment: commitmentNow(petition),
    promised: petition.promised,
    outcome: await outcomeOf(deps.vault, petition),
    feedbackUntil: petition.feedbackUntil?.at ?? null,
    question: await questionOf(deps.vault, petition),
    feedback: petition.feedback && { satisfied: petition.feedback.satisfied },
    supports: supportsOf(petition),
    matters: await mattersOf(deps.store, petition, now),
    mergedAt: petition.duplicateOf?.since ?? null,
    closedAt: petition.closedAt,
    reclassifications: petition.reclassifications.map(({ at, from, to }) => ({ at, from, to })),
  };
};
