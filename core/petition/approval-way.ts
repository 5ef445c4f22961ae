import type { FinalDecision } from './final-decision.js';

/** How the head of an agency lets a final answer leave: through its own link, or by a code that it tells the official. */
export const APPROVAL_WAYS = ['head-link', 'one-time-code'] as const;
export type ApprovalWay = (typeof APPROVAL_WAYS)[number];

/** The final decisions of an agency that need its head's approval, and in which way each; the others leave at once. */
export type ApprovalNeeds = Readonly<Partial<Record<FinalDecision, ApprovalWay>>>;
