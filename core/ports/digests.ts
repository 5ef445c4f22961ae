import type { Instant, LocalDay } from '../time.js';
import type { NoticeRef } from './notices.js';

/** One agency's reminders of one day as one mail. */
export interface Digest {
  agencyId: string;
  /** The local day for which its reminders were promised, whenever they leave. */
  day: LocalDay;
  /** When it came into being: what the agency holds by then is in it. */
  at: Instant;
  /** The first reminder of the day. Its mail is the digest; the others of the day are covered by it. */
  carrier: NoticeRef;
}

/** Digests by agency and day. Reads are consistent. */
export interface DigestStore {
  load(agencyId: string, day: LocalDay): Promise<Digest | null>;
  /** Opens the digest of a day, once: false when the agency has one for it. */
  open(digest: Digest): Promise<boolean>;
}
