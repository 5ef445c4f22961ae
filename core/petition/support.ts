import type { AgencyRef } from '../event-parts.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { SupportAssignment, SUPPORT_ENDS } from './support-events.js';
import type { SupportState } from './support-transitions.js';

/** The thread of the petition's own holder; supporters have `support-1`, `support-2` … */
export const LEAD_THREAD = 'lead';

export const SUPPORT_HOP_KINDS = ['requested', 'escalated', 'reassigned', 'transferred'] as const;

/** How a support task came to its end. */
export const SUPPORT_END_KINDS = ['answered', 'declined', 'lead-decided', 'withdrawn'] as const;
export type SupportEnd = (typeof SUPPORT_END_KINDS)[number] | (typeof SUPPORT_ENDS)[number];

/** What stands against an act: the code of an issue, with the number that it speaks of. */
export type Obstacle = readonly [code: string, params?: { max: number }];

/** More time that the agency asked wants of the lead. */
export interface SupportExtension {
  /** Number of the event that asked; its text is the reason. */
  seq: number;
  at: Instant;
  until: DeadlineRef;
}

/** What one agency is asked to contribute: one holder while it is open, its own deadline, its own thread. */
export interface SupportTask extends SupportAssignment {
  thread: string;
  /** From 1; another holder opens the next one, which ends the links of the one before. */
  no: number;
  /** Number of the event whose text is the request. */
  seq: number;
  requestedBy: AgencyRef;
  requestedAt: Instant;
  openedAt: Instant;
  acceptedAt: Instant | null;
  remindedFor: Instant | null;
  overdueReminders: number;
  /** One level at most: whoever is above the agency's superior has not to do another one's groundwork. From 0 after a transfer. */
  escalations: number;
  notes: number;
  /** Transfers by agencies asked, over all holders. */
  transfers: number;
  /** Requests for more time, over all holders. */
  extensionRequests: number;
  /** The latest one, while nobody has answered it and the holder is the same. */
  extensionRequest: SupportExtension | null;
  hops: { at: Instant; kind: (typeof SUPPORT_HOP_KINDS)[number]; to: string; toName: string }[];
  /** Null while it is open. `seq`: the event that ended it; with an answer, the one that holds it. */
  ended: { at: Instant; because: SupportEnd; seq: number } | null;
}

/** What the rules of supports read of a petition. */
interface Supported {
  supports: SupportTask[];
}

export const supportOf = ({ supports }: Supported, thread: string): SupportTask | undefined =>
  supports.find((support) => support.thread === thread);

export const isOpenSupport = (support: SupportTask): boolean => support.ended === null;

export const openSupports = ({ supports }: Supported): SupportTask[] => supports.filter(isOpenSupport);

export const supportState = ({ ended, acceptedAt }: SupportTask): SupportState => {
  if (ended === null) return acceptedAt === null ? 'REQUESTED' : 'ACCEPTED';
  if (ended.because === 'answered') return 'ANSWERED';
  return ended.because === 'declined' ? 'DECLINED' : 'ENDED';
};

/** Open and past its deadline at `now`. */
export const isSupportLate = (support: SupportTask, now: Instant): boolean =>
  isOpenSupport(support) && support.dueBy.at < now;
