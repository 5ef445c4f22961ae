import type { AgencyRef, Assignment } from '../event-parts.js';
import type { EventData, PetitionEvent } from '../events.js';
import type { Instant, LocalDay } from '../time.js';
import type { AnswerProposal } from './approval.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { MatterOf } from './matter-schemas.js';
import type { Matter } from './matters.js';
import type { SupportTask } from './support.js';
import type { StoodStill } from './stood-still.js';
import type { Status } from './transitions.js';

/** The open task: one holder, always. Numbered from 1; a hop opens the next one. */
export interface Task extends Assignment {
  no: number;
  openedAt: Instant;
  /** When the holder last took it over or was handed it through a deadline of its own. */
  acceptedAt: Instant | null;
  /** Planned instant of the latest reminder that was handled; earlier ones are never caught up. */
  remindedFor: Instant | null;
  overdueReminders: number;
  extensions: number;
  /** How often this task's clock was stopped for the resident's answer. */
  pauses: number;
  /** The clock stands still for the resident's answer; null while it runs. */
  pause: Pause | null;
  /** Progress notes written on this task. */
  notes: number;
  /** Dates to which the holder committed itself while the petition was late, in their order; the last one counts. */
  commitments: DeadlineRef[];
  /** What the holder asks its superior for; null while nothing is asked. */
  extensionRequest: ExtensionRequest | null;
  /** How often the holder asked its superior for more time than it may take alone. */
  extensionRequests: number;
  /** Contact of the holder that works on it; null while nobody was assigned, and its first contact does. */
  assignedTo: string | null;
  /** How often it was handed to somebody inside the agency. */
  assignments: number;
  /** The answer that waits for the head's approval; null while none does. */
  proposal: AnswerProposal | null;
  /** How many answers were drafted for the head. */
  proposals: number;
  /** Drafts that a later word of the resident has made void, oldest first: the head's links to them say so. */
  voidProposals: VoidProposal[];
}

/** A draft that was made before the resident said more. */
export interface VoidProposal {
  /** Number of the event that drafted it. */
  seq: number;
  /** When the resident spoke. */
  at: Instant;
}

/** A request for more time than the holder may take alone. The clock runs on while it is open. */
export interface ExtensionRequest {
  /** Number of the event that asked; the superior's link is bound to it. */
  seq: number;
  at: Instant;
  until: DeadlineRef;
  superior: AgencyRef;
}

/** A new date that a holder set itself, or that a superior allowed or set. */
export interface DateMove {
  at: Instant;
  kind: 'extended' | 'approved' | 'directed';
  from: Instant;
  to: Instant;
}

export interface Pause {
  since: Instant;
  /** When the clock runs on even without an answer. */
  until: DeadlineRef;
  /** Number of the event whose text is the question. */
  seq: number;
}

export const HOP_KINDS = [
  'routed',
  'triage',
  'transferred',
  'beyond-competence',
  'escalated',
  'reassigned',
  'function-moved',
  'reopened',
  'appealed',
  'arbitration',
  'directed',
  'commitment-missed',
  'reclassified',
  'returned',
] as const;
export type HopKind = (typeof HOP_KINDS)[number];

/** One change of holder, as residents and auditors see it. */
export interface Hop {
  at: Instant;
  kind: HopKind;
  from: string | null;
  to: string;
  toName: string;
  /** A return whose terms began afresh, because the former ones had run out. */
  isAnew?: boolean | undefined;
}

export const OUTCOME_KINDS = ['resolved', 'rejected', 'guided', 'forwarded'] as const;

export interface Outcome {
  kind: (typeof OUTCOME_KINDS)[number];
  at: Instant;
  agencyId: string;
  agencyName: string;
  /** Tier of that agency; null where another petition's answer was repeated, and in records from before it was kept. */
  agencyTier: string | null;
  /** Why it was refused; null for other outcomes. */
  ground: EventData<'PetitionRejected'>['ground'] | null;
  /** The statutory track to which the resident was sent; null for other outcomes. */
  track: EventData<'PetitionGuided'>['track'] | null;
  documentNo: string | null;
  /** The signed document that was attached to it, as its digest and size in bytes. */
  signedFile: { sha256: string; size: number } | null;
  /** Number of the event whose text and files are the answer. */
  seq: number;
}

/** The latest site visit proposed; place and text are in the vault. */
export interface SiteVisit {
  startsAt: Instant;
  endsAt: Instant;
  sequence: number;
  /** Number of the event that proposed it. */
  seq: number;
}

/** The petition that it repeats, and since when it follows that one's outcome. */
export interface DuplicateOf {
  id: string;
  code: string;
  /** Category of the main petition when it was linked. */
  category: string;
  since: Instant;
  /** Number of the event whose text is the reason. */
  seq: number;
}

/** What a holder has changed by classifying the matter anew. */
export interface Reclassification {
  at: Instant;
  /** Number of the event whose text is the reason. */
  seq: number;
  /** Category before and after; the same where only answers have changed. */
  from: string;
  to: string;
  /** What was promised before. */
  resolveBy: DeadlineRef | null;
}

/** The petition's record (`META`): exactly the fold of its history, plus nothing. */
export interface Petition {
  id: string;
  code: string;
  status: Status;
  category: string;
  conditions: Record<string, boolean>;
  lane: 'admin' | 'party';
  serviceClass: string;
  provinceId: string;
  unitId: string | null;
  placeIssue: string | null;
  channel: string;
  submitterKind: string;
  addressee: string | null;
  receivedBy: string | null;
  /** Agency whose officials it is about: never its holder, nor among its supporters. */
  against: string | null;
  /** Legal receipt: earlier than the first event where the desk entered it later. */
  receivedAt: Instant;
  /** How many people hand it in together; null when that was not said. */
  people: number | null;
  /** Id of the matter in another system. */
  externalRef: string | null;
  /** The meeting at which it was raised. */
  meetingId: string | null;
  /** Party lane: the day of the follow-up, as the leader named it. */
  followUpOn: LocalDay | null;
  promised: { firstNoticeBy: DeadlineRef; resolveBy: DeadlineRef | null };
  /** Null before routing and after closing. */
  task: Task | null;
  hops: Hop[];
  /** New dates, old and new; those from before they were noted are only in the history. */
  dateMoves: DateMove[];
  /** Sum of the weights of transfers between agencies of one tier. */
  transfers: number;
  escalations: number;
  outcome: Outcome | null;
  delivered: { at: Instant; by: EventData<'AnswerDelivered'>['by'] | 'tracking-page' } | null;
  feedbackUntil: DeadlineRef | null;
  /** What the resident said of the present answer; null while nothing was said. */
  feedback: { at: Instant; satisfied: boolean; rating: number | null } | null;
  reopenings: number;
  appeals: number;
  /**
   * Start of the pause in which it was answered or withdrawn: its time counts up to there, not up to the answer. Null for
   * whatever ended while the clock ran.
   */
  endedInPauseSince: Instant | null;
  /**
   * First written notice of a holder to the resident: acceptance, a question, an extension, a move that a holder decided
   * or the answer; null while none was promised.
   */
  firstNoticeAt: Instant | null;
  /** The legal term of the first written notice passed without one, and the holder was told. */
  isFirstNoticeMissed: boolean;
  supplements: number;
  /** Mails and messages about it that came back. */
  undelivered: number;
  /** Number of the receipt in force: the desk may hand out a new one, which voids those before it. */
  receiptNo: number;
  /** Support tasks in the order of their threads, open and ended. */
  supports: SupportTask[];
  visit: SiteVisit | null;
  /** Oldest first. */
  reclassifications: Reclassification[];
  /** When the clock stood still for the resident's answer and ran on since; oldest first. */
  stood: StoodStill[];
  /** The submission of which this is one matter; null for a whole one. */
  matterOf: MatterOf | null;
  /** What it was split into; empty while it is one. */
  matters: Matter[];
  /** Stays after it got the answer of that one; null where it stands alone (again). */
  duplicateOf: DuplicateOf | null;
  closedAt: Instant | null;
  /** Calendars by which its deadlines were counted: version -> registry release that holds it. */
  calendars: Record<string, string>;
  head: { seq: number; hash: string; at: Instant };
}

/** Agencies that held an open task before the present one. */
export const formerHolders = (petition: Petition): string[] =>
  petition.hops.flatMap((hop) => (hop.from === null ? [] : [hop.from]));

/** When it is, or was, due to the resident; null in the Party lane. */
export const dueAt = (petition: Petition): Instant | null => petition.promised.resolveBy?.at ?? null;

/** When its time stopped to count: answered, withdrawn, or waiting for the resident; null while it runs. */
export const clockStoppedAt = (petition: Petition): Instant | null =>
  petition.endedInPauseSince ??
  petition.outcome?.at ??
  petition.closedAt ??
  petition.task?.pause?.since ??
  null;

/** Late at `now`: not decided by the promised instant, with the clock running. Computed, never stored. */
export const isLate = (petition: Petition, now: Instant): boolean => {
  const due = dueAt(petition);
  return due !== null && (clockStoppedAt(petition) ?? now) > due;
};

/** Type guard that lets a fold branch on the event. */
export type EventOf<T extends PetitionEvent['type']> = Extract<PetitionEvent, { type: T }>;
