import type { Instant, LocalDay } from '../time.js';

/** The link of a task, found by the SHA-256 of its id; the id itself is only in the mail. */
export interface Link {
  hash: string;
  petitionId: string;
  taskNo: number;
  /** The support thread whose task it is; absent for the petition's own. */
  thread?: string | undefined;
  agencyId: string;
  contactId: string;
  /** `addressSince` of the contact when the link was mailed. */
  addressSince: Instant;
  /** Version of the link secret from which the link was derived. */
  keyVersion: string;
  /**
   * Set on the link of a superior, and of a head who approves: the event of the request, or of the draft, that it answers.
   * Such a link decides that and nothing else.
   */
  requestSeq?: number | undefined;
  /** Set on a task's link that was opened from a digest: it ends with that one. Never stored. */
  until?: Instant | undefined;
}

/** The link of an agency's digest, found as the others. */
export interface DigestLink extends Pick<
  Link,
  'hash' | 'agencyId' | 'contactId' | 'addressSince' | 'keyVersion'
> {
  day: LocalDay;
  /** Legal instant from which it opens nothing any more. */
  until: Instant;
}

export interface LinkStore {
  find(hash: string): Promise<Link | null>;
  /** Idempotent: the same link is written again by reminders and retries. */
  put(link: Link): Promise<void>;
  findDigest(hash: string): Promise<DigestLink | null>;
  /** Idempotent, as `put`. */
  putDigest(link: DigestLink): Promise<void>;
}
