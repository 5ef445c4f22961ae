import type { SupportDecision, SupportState } from '../../core/petition/support-transitions.js';
import type { LocalDay, Instant } from '../../core/time.js';
import type { DeadlineView, FieldError, HopView, RemarkView, TaskPageView, TypedFields } from './views.js';

/** A support task as the lead's page shows it. */
export interface SupportView {
  thread: string;
  holderName: string;
  state: SupportState;
  isOpen: boolean;
  dueBy: DeadlineView;
  hops: { at: Instant; kind: 'requested' | 'escalated' | 'reassigned'; toName: string }[];
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
  hops: (Pick<HopView, 'at' | 'toName'> & { kind: 'requested' | 'escalated' | 'reassigned' })[];
  remarks: RemarkView[];
  form: {
    decisions: SupportDecision[];
    nonce: string;
    typed: TypedFields;
    errors: FieldError[];
  };
};
