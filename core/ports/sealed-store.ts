import type { QuarterCounts } from '../sealed/counts.js';
import type { SealedEvent } from '../sealed/sealed-events.js';
import type { SealedFile } from '../sealed/sealed-file.js';
import type { Instant } from '../time.js';
import type { IntakeKey } from './petition-store.js';

/** Ciphertext of identity and text, with the data key that only the key service opens. */
export interface SealedPerson {
  jwe: string;
  /** Base64url. */
  wrappedKey: string;
}

/** The mail that tells a body of a file: promised in the commit that gives it the file. */
export interface Post {
  status: 'PENDING' | 'SENDING' | 'SENT' | 'UNREACHED';
  attempts: number;
  /** Before this nobody else tries. */
  leaseUntil: Instant | null;
  /** Rounds that ended with nobody told. */
  rounds: number;
  /** When an unreached body is tried again. Null with any other status; an unreached one of old is due at once. */
  retryAt: Instant | null;
}

/** After so many attempts of which each may have left, no third one follows. */
export const MOST_POST_ATTEMPTS = 2;

export interface StoredFile {
  file: SealedFile;
  post: Post;
}

export type SealedOutcome = { kind: 'created' } | { kind: 'repeated'; fileId: string } | { kind: 'mismatch' };

/** Sums by province and quarter, written with each event: no file, no body, no person. */
export interface SealedCounts {
  /** Quarters of a year in which something was counted, ascending. */
  of(provinceId: string, year: number): Promise<QuarterCounts[]>;
}

/** Records and histories of denunciations. Nothing about persons. Reads are consistent unless they come from an index. */
export interface SealedStore {
  /** First commit: record, event, code, key of the intake, and the ciphertext in the vault. @throws HeadConflictError. */
  create(
    change: { event: SealedEvent; after: SealedFile; person: SealedPerson },
    key: IntakeKey,
  ): Promise<SealedOutcome>;
  /** Every later commit; `mails`: the body is to be told. @throws HeadConflictError when the head moved. */
  commit(change: {
    before: SealedFile;
    event: SealedEvent;
    after: SealedFile;
    mails: boolean;
  }): Promise<void>;
  load(fileId: string): Promise<SealedFile | null>;
  findByCode(code: string): Promise<SealedFile | null>;
  history(fileId: string): Promise<SealedEvent[]>;
  /** Files of a body, open ones first by their next date, and the ids of unreadable ones. Index read. */
  ofBody(
    bodyId: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: SealedFile[]; unreadable: string[]; next?: string }>;
  /** Open files by their next date, and the ids of those whose record cannot be read. Index read. */
  open(page: {
    limit: number;
    after?: string;
  }): Promise<{ items: StoredFile[]; unreadable: string[]; next?: string }>;
  /** Takes the mail of a file for one attempt; null when it is not to be sent now. */
  claimPost(fileId: string, lease: { now: Instant; leaseUntil: Instant }): Promise<StoredFile | null>;
  /** Writes the state of a mail only over the one that it was decided on; false when somebody was quicker. */
  settlePost(fileId: string, change: { before: Post; after: Post }): Promise<boolean>;
}
