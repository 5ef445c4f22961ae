import type { SUPPORT_HOP_KINDS } from '../../core/petition/support.js';
import type { SupportDecision, SupportState } from '../../core/petition/support-transitions.js';
import type { LocalDay, Instant } from '../../core/time.js';
import type {
  DayRange,
  DeadlineView,
  FieldError,
  HopView,
  RemarkView,
  TaskPageView,
  TypedFields,
} from './views.js';

/** How a support task came to one of its holders. */
interface SupportHopView extends Pick<HopView, 'at' | 'toName'> {
  kind: (typeof SUPPORT_HOP_KINDS)[number];
}

/** A support task as the lead's page shows it. */
export interface SupportView {
  thread: string;
  holderName: string;
  state: SupportState;
  isOpen: boolean;
  dueBy: DeadlineView;
  hops: SupportHopView[];
  /** The day to which it asks for more time; null while it asks for none. */
  requestedUntil: Instant | null;
  endedAt: Instant | null;
  files: { href: string; label: string }[];
}

/** What the lead's form needs to ask for support and to call a site visit. */
export interface SupportFormView {
  /** Named in the assignment by the rules: listed first, none of them chosen. */
  candidates: { id: string; name: string }[];
  /** Whoever else may be asked. */
  others: { id: string; name: string }[];
  open: { id: string; name: string }[];
  /** Requests of supporters for more time that wait for an answer. */
  extensions: { thread: string; holderName: string; until: Instant }[];
  /** Days to which a contribution may be asked for; the last one is open where the lead has no deadline ahead. */
  days: { first: LocalDay; last: LocalDay };
  visitDays: { first: LocalDay; last: LocalDay };
}

/** The page of a supporting agency. */
export type SupportPageView = Pick<
  TaskPageView,
  | 'now'
  | 'code'
  | 'isUrgent'
  | 'categoryLabel'
  | 'placeName'
  | 'address'
  | 'point'
  | 'description'
  | 'photos'
  | 'receivedAt'
  | 'submitter'
> & {
  leadName: string;
  holderName: string;
  state: SupportState;
  request: string | null;
  acceptedAt: Instant | null;
  dueBy: DeadlineView;
  reason: string;
  hops: SupportHopView[];
  /** The day to which the agency has asked for more time; null while the lead owes it no answer. */
  requestedUntil: Instant | null;
  remarks: RemarkView[];
  form: {
    decisions: SupportDecision[];
    /** Whom the agency may name in its place. */
    peers: { id: string; name: string }[];
    /** Days to which it may ask for more time; null where it may not. */
    extendBetween: DayRange | null;
    nonce: string;
    typed: TypedFields;
    errors: FieldError[];
  };
};
