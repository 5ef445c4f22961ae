import type { TextSketch } from '../duplicates/sketch.js';
import type { PetitionEvent } from '../events.js';
import type { Notice } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import type { Instant } from '../time.js';
import type { Thread } from './thread-store.js';
import type { SealedTexts } from './vault.js';

/** A petition that begins in the transaction of another one's event: a matter of a split submission. */
export interface NewMatter {
  event: PetitionEvent;
  after: Petition;
  thread: Thread;
  sealed: SealedTexts;
  /** Keys by which the desk finds it again. */
  finders: readonly string[];
  /** By which petitions that say the same are found. */
  sketch: TextSketch;
}

/** One change of one petition: event + record (+ notices, thread, vault), written in one transaction or not at all. */
export interface PetitionChange {
  before: Petition | null;
  event: PetitionEvent;
  after: Petition;
  notices: Notice[];
  /**
   * Raise `wakeSeq` of the threads that it concerns (none named: the lead alone) and let the engine owe each a step until
   * `graceUntil`.
   */
  wake: { graceUntil: Instant; threads?: readonly string[] } | null;
  /** Engine fields of the threads that it opens; the relay starts their executions. */
  opens?: readonly Thread[];
  /** Petitions that begin with it. */
  matters?: readonly NewMatter[];
  /** Set by the workflow's own commits: fails with StaleRunError unless the thread is still at this run. */
  fence: { thread: string; run: number } | null;
  sealed: SealedTexts;
  /** Written with the change, so that a repeated form post finds its first answer. */
  receipt: DecisionReceipt | null;
  /** Of a decision of the reception desk: under what it is found by the next matter alike (`precedentKeyOf`). */
  precedentKey?: string;
}

/** Idempotency of an intake post. */
export interface IntakeKey {
  /** HMAC of the Idempotency-Key. */
  key: string;
  /** HMAC of the canonical body. */
  fingerprint: string;
}

/** What the first commit writes besides the change. */
export interface Intake {
  key: IntakeKey;
  thread: Thread;
  /** Keys by which the desk finds the petition again (`contactIndexKeys`). */
  finders: readonly string[];
  /** By which petitions that say the same are found; in the vault's table, beside the text. */
  sketch?: TextSketch;
  /** What it is split into at once: its second event, and the matters. */
  split?: { event: PetitionEvent; matters: readonly NewMatter[] };
}

/** What an intake key was first used for. */
export interface UsedKey {
  petitionId: string;
  fingerprint: string;
}

/** Idempotency of an official's form: nonce -> what was decided. Never expires while the petition is kept. */
export interface DecisionReceipt {
  petitionId: string;
  nonce: string;
  fingerprint: string;
  seq: number;
}

export type IntakeOutcome =
  { kind: 'created' } | { kind: 'repeated'; petitionId: string } | { kind: 'mismatch' };

/** The table of petitions. Reads are consistent unless they come from an index. */
export interface PetitionStore {
  /**
   * First commit: petition, first event, thread, code, idempotency item, notices, vault items, blind index of the
   * contacts. Returns what it met.
   */
  create(change: PetitionChange, intake: Intake): Promise<IntakeOutcome>;
  /** What an intake key was used for; null while it is free, which it may not be a moment later. */
  intake(key: string): Promise<UsedKey | null>;
  /** Every later commit. @throws HeadConflictError when the head moved, StaleRunError when the fence did. */
  commit(change: PetitionChange): Promise<void>;
  load(petitionId: string): Promise<Petition | null>;
  findByCode(code: string): Promise<Petition | null>;
  history(petitionId: string): Promise<PetitionEvent[]>;
  receipt(petitionId: string, nonce: string): Promise<DecisionReceipt | null>;
}
