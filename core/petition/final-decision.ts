/** Decisions that end the matter with an answer to the resident. */
export const FINAL_DECISIONS = ['resolve', 'reject', 'guide', 'forward'] as const;
export type FinalDecision = (typeof FINAL_DECISIONS)[number];

export const isFinalDecision = (decision: string): decision is FinalDecision =>
  (FINAL_DECISIONS as readonly string[]).includes(decision);
