import type { AuditFacts } from '../audit/audit-facts.js';
import type { AgencyRef } from '../event-parts.js';
import type { Status } from '../petition/transitions.js';
import type { Instant } from '../time.js';

/** One line of the auditors' list. Nothing about persons. */
export interface PetitionSummary extends AuditFacts {
  id: string;
  code: string;
  category: string;
  status: Status;
  provinceId: string;
  unitId: string | null;
  /** Null before routing and after closing. */
  holder: AgencyRef | null;
  receivedAt: Instant;
  /** Promised to the resident; null in the Party lane. */
  dueAt: Instant | null;
  /** When it was resolved or rejected, and by whom. */
  decidedAt: Instant | null;
  decidedBy: { id: string; name: string } | null;
  closedAt: Instant | null;
  /** Its time counts up to here: answered, withdrawn, or waiting for the resident; null while it runs. */
  clockStoppedAt: Instant | null;
}

/** A line as of a moment: lateness is computed, never stored. */
export interface ListedPetition extends PetitionSummary {
  late: boolean;
  /** Whole days, of 24 hours, by which it was or is late; 0 when it is not. */
  daysLate: number;
}

/** Period from `from` (inclusive) to `to` (exclusive). */
interface Period {
  from: Instant;
  to: Instant;
}

/** What a list is read by: each has an index. */
export type ListedBy =
  | ({ kind: 'received'; provinceId: string } & Period)
  | ({ kind: 'closed'; provinceId: string } & Period)
  /** What the agency holds now, by due date; the period does not apply. */
  | { kind: 'holder'; agencyId: string }
  | ({ kind: 'unit'; unitId: string } & Partial<Period>)
  /** What runs in a province and has a due date, first due first: the latest first. */
  | { kind: 'running'; provinceId: string }
  /** What was decided late in a month of local days (`yyyy-mm`), least late first. */
  | { kind: 'decided-late'; provinceId: string; month: string };

/** Residual conditions, checked on what the index gives. */
export interface ListFilter {
  status?: Status;
  category?: string;
  late?: boolean;
  /** Late by at least so many days of 24 hours. */
  lateDays?: number;
  holderId?: string;
  unitId?: string;
  /** Somebody owes a decision: neither answered nor over. */
  isHeld?: true;
  lane?: AuditFacts['lane'];
  serviceClass?: string;
  tier?: string;
  /** An agency that held it before the present one. */
  formerHolderId?: string;
  isEscalated?: boolean;
  /** Handed on by holders more often than that. */
  transfersOver?: number;
  isReopened?: boolean;
  isUndelivered?: boolean;
  isProvisional?: boolean;
  /** Received or closed in a period, where the list is read by something else. */
  received?: Period;
  closed?: Period;
}

export interface PetitionQuery {
  by: ListedBy;
  where: ListFilter;
  /** Newest (for holders: due last) first. */
  descending?: boolean;
}

export interface PetitionPage {
  items: ListedPetition[];
  /** Where to go on; absent when nothing can follow. */
  next?: string;
}

/** The auditors' list. Index reads: what was committed a moment ago may be missing. */
export interface PetitionList {
  /**
   * One page. Reads at most 1,000 index items a page, so a page may be short, even empty, and still have `next`.
   * `now` decides what is late; it may differ between the pages of one list.
   * @throws ValidationError `invalid-cursor` when the cursor was changed or belongs to another query.
   */
  list(query: PetitionQuery, page: { now: Instant; limit: number; cursor?: string }): Promise<PetitionPage>;
}
