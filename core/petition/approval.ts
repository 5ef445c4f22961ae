import { IllegalTransitionError } from '../errors.js';
import type { EventData, Happening } from '../events.js';
import type { Post } from '../ports/contacts.js';
import type { Instant } from '../time.js';
import type { AnswerCode } from './code-state.js';
import type { ApprovalNeeds } from './approval-way.js';
import { fail, required, type DecisionInput, type Held } from './decision-input.js';
import { FINAL_DECISIONS, type FinalDecision } from './final-decision.js';
import type { Approval } from './inside-agency-schemas.js';
import type { Petition } from './petition.js';
import { isAllowed, TRANSITIONS } from './transitions.js';

/** Drafts that one task allows, beside those that the resident made void: each is kept for good, and mailed to the head. */
export const MAX_PROPOSALS_PER_TASK = 10;

/** What the head answers through the link of a draft. */
export const HEAD_ANSWERS = ['approve-answer', 'return-answer'] as const;
export type HeadAnswer = (typeof HEAD_ANSWERS)[number];

/** A final decision that waits for the head. The clock runs on while it does. */
export interface AnswerProposal {
  /** Number of the event that drafted it; the head's link is bound to it. */
  seq: number;
  at: Instant;
  decision: FinalDecision;
  /** Contact that drafted it, as the event's actor names it. */
  by: string;
  /** The code by which the head approves it; null where the head does so through its own link. */
  code: AnswerCode | null;
}

/** What decides whether a final decision leaves at once. */
export interface ApprovalFacts {
  /** Final decisions of this agency that need its head's approval. */
  needed: ApprovalNeeds;
  /** Who is head, with a mailbox that takes mail. */
  head: Pick<Post, 'id' | 'addressSince'> | null;
  /** The decision was made through the head's own link. */
  isHead: boolean;
}

export type FinalHappening = Extract<
  Happening,
  { type: 'PetitionResolved' | 'PetitionRejected' | 'PetitionGuided' | 'PetitionForwarded' }
>;

const FINAL_EVENTS: readonly string[] = FINAL_DECISIONS.map((decision) => TRANSITIONS[decision].event);

export const isFinalHappening = (happening: Happening): happening is FinalHappening =>
  FINAL_EVENTS.includes(happening.type);

/** The final decision that an event of that type makes; null for every other event. */
export const decisionOfAnswer = (type: string): FinalDecision | null =>
  FINAL_DECISIONS.find((decision) => TRANSITIONS[decision].event === type) ?? null;

export const approvedAs = <H extends FinalHappening>(happening: H, approval: Approval): H => ({
  ...happening,
  data: { ...happening.data, approval },
});

/** The input of a final decision as a draft keeps it: refs of texts and files only. */
const drafted = (
  petition: Held,
  decision: FinalDecision,
  { input, code }: { input: DecisionInput; code: EventData<'AnswerProposed'>['code'] },
): EventData<'AnswerProposed'> => ({
  taskNo: petition.task.no,
  decision,
  text: required(input.text, '/text'),
  declaredBy: required(input.declaredBy, '/actorName'),
  documentNo: input.documentNo,
  ground: decision === 'reject' ? input.ground : null,
  track: decision === 'guide' ? input.track : null,
  body: decision === 'forward' ? input.body : null,
  evidence: input.evidence,
  signedFile: input.signedFile,
  noEvidenceReason: decision === 'resolve' ? input.noEvidenceReason : null,
  supportOpenReason: input.supportOpenReason,
  ...(code !== undefined && { code }),
});

/**
 * What a final decision comes to: the answer itself, or a draft for the head. Where approval is not needed the answer says
 * nothing of it; where nobody can be asked, or the head decides, it says so.
 * @throws ValidationError when the drafts are used up.
 */
export const orProposed = (
  petition: Held,
  ask: { happening: FinalHappening; input: DecisionInput; codeUntil: Instant },
  { needed, head, isHead }: ApprovalFacts,
): Happening => {
  const { happening, input } = ask;
  const decision = FINAL_DECISIONS.find((each) => each === input.decision);
  const how = decision && needed[decision];
  if (decision === undefined || how === undefined) return happening;
  if (isHead) return approvedAs(happening, { by: 'actor' });
  if (head === null) return approvedAs(happening, { by: 'nobody', because: 'no-head' });
  // What the resident's own words have made void is nobody's doing, and they are bounded themselves.
  if (petition.task.proposals - petition.task.voidProposals.length >= MAX_PROPOSALS_PER_TASK)
    fail('/decision', 'proposals-used-up', { max: MAX_PROPOSALS_PER_TASK });
  const code =
    how === 'one-time-code'
      ? { contactId: head.id, addressSince: head.addressSince, until: ask.codeUntil }
      : undefined;
  return { type: 'AnswerProposed', data: drafted(petition, decision, { input, code }) };
};

/** The decision that a draft stands for, as if the official made it now. */
export const inputOfDraft = (draft: EventData<'AnswerProposed'>): DecisionInput => ({
  decision: draft.decision,
  text: draft.text,
  declaredBy: draft.declaredBy,
  documentNo: draft.documentNo,
  ground: draft.ground,
  track: draft.track,
  body: draft.body,
  evidence: draft.evidence,
  signedFile: draft.signedFile,
  noEvidenceReason: draft.noEvidenceReason,
  supportOpenReason: draft.supportOpenReason,
  ...{ agency: null, until: null, contact: null, supports: [], thread: null, conditions: {} },
  visit: { day: null, time: null, place: null },
  duplicateOf: null,
});

/** When a word of the resident has made the draft behind a head's link void; null for every other link. */
export const voidSince = ({ task }: Petition, seq: number | undefined): Instant | null =>
  task?.voidProposals.find((each) => each.seq === seq)?.at ?? null;

/**
 * The draft that a head's link opens.
 * @throws IllegalTransitionError when it is not open any more.
 */
export const openProposal = ({ task, status }: Held, seq: number): AnswerProposal => {
  const { proposal } = task;
  if (proposal?.seq !== seq || !isAllowed(proposal.decision, status, 'head'))
    throw new IllegalTransitionError('approve-answer', status);
  return proposal;
};
