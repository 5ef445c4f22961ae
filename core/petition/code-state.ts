import type { Instant } from '../time.js';

/** Wrong codes that may be typed before a code is void. */
export const MAX_TRIES_PER_CODE = 5;

/** Codes of one draft, with the one that came with it. */
export const MAX_CODES_PER_DRAFT = 5;

/** The code by which the head approves a draft. Its digits are derived anew each time and never stored. */
export interface AnswerCode {
  /** From 1 in each draft; only the latest one counts. */
  no: number;
  /** Number of the event that made it. */
  seq: number;
  /** The head's contact that it is mailed to, and since when that has its address. */
  contactId: string;
  addressSince: Instant;
  /** Legal instant from which it does not hold any more. */
  until: Instant;
  /** Wrong codes that were typed for it. */
  failures: number;
}

/** `spent`: too many wrong ones were typed. */
export type CodeState = 'usable' | 'expired' | 'spent';

export const codeState = ({ until, failures }: AnswerCode, now: Instant): CodeState => {
  if (failures >= MAX_TRIES_PER_CODE) return 'spent';
  return now >= until ? 'expired' : 'usable';
};
