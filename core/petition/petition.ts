import type { Assignment, EventData, PetitionEvent } from '../events.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
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
  /** Progress notes written on this task. */
  notes: number;
}

export type HopKind = 'routed' | 'triage' | 'transferred' | 'beyond-competence' | 'escalated' | 'reassigned';

/** One change of holder, as residents and auditors see it. */
export interface Hop {
  at: Instant;
  kind: HopKind;
  from: string | null;
  to: string;
  toName: string;
}

export interface Outcome {
  kind: 'resolved' | 'rejected';
  at: Instant;
  agencyId: string;
  agencyName: string;
  ground: EventData<'PetitionRejected'>['ground'] | null;
  documentNo: string | null;
  /** Number of the event whose text and files are the answer. */
  seq: number;
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
  receivedAt: Instant;
  promised: { firstNoticeBy: DeadlineRef; resolveBy: DeadlineRef | null };
  /** Null before routing and after closing. */
  task: Task | null;
  hops: Hop[];
  /** Sum of the weights of transfers between agencies of one tier. */
  transfers: number;
  escalations: number;
  outcome: Outcome | null;
  delivered: { at: Instant; by: EventData<'AnswerDelivered'>['by'] } | null;
  feedbackUntil: DeadlineRef | null;
  closedAt: Instant | null;
  head: { seq: number; hash: string; at: Instant };
}

/** Agencies that held an open task before the present one. */
export const formerHolders = (petition: Petition): string[] =>
  petition.hops.flatMap((hop) => (hop.from === null ? [] : [hop.from]));

/** When it is, or was, due to the resident; null in the Party lane. */
export const dueAt = (petition: Petition): Instant | null => petition.promised.resolveBy?.at ?? null;

/** Late at `now`: not decided by the promised instant. Computed, never stored. */
export const isLate = (petition: Petition, now: Instant): boolean => {
  const due = dueAt(petition);
  return due !== null && (petition.outcome?.at ?? now) > due;
};

/** Type guard that lets a fold branch on the event. */
export type EventOf<T extends PetitionEvent['type']> = Extract<PetitionEvent, { type: T }>;
