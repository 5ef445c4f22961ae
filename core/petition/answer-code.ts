import { IllegalTransitionError } from '../errors.js';
import type { Happening } from '../events.js';
import type { Post } from '../ports/contacts.js';
import type { Instant } from '../time.js';
import { openProposal, type AnswerProposal } from './approval.js';
import { fail, type Held } from './decision-input.js';

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

/** The code that a form was made for: a page may be older than the draft or the code. */
export interface CodeRef {
  proposalSeq: number;
  codeNo: number;
}

export type CodedProposal = AnswerProposal & { code: AnswerCode };

/**
 * The draft that waits for the code of which a form speaks.
 * @throws IllegalTransitionError when that draft is over or waits for no code, ValidationError when it has a later code.
 */
export const openCoded = (petition: Held, { proposalSeq, codeNo }: CodeRef): CodedProposal => {
  const proposal = openProposal(petition, proposalSeq);
  const { code } = proposal;
  if (code === null) throw new IllegalTransitionError('request-code', petition.status);
  if (code.no !== codeNo) fail('/code', 'code-replaced');
  return { ...proposal, code };
};

/** @throws ValidationError when the code does not hold any more: then nothing is compared. */
export const requireUsable = (code: AnswerCode, now: Instant): void => {
  const state = codeState(code, now);
  if (state !== 'usable') fail('/code', `code-${state}`);
};

/** A wrong code was typed. */
export const codeFailed = ({ task }: Held, { seq: proposalSeq, code }: CodedProposal): Happening => ({
  type: 'AnswerCodeFailed',
  data: { taskNo: task.no, proposalSeq, codeNo: code.no, tryNo: code.failures + 1 },
});

/**
 * Another code for the same draft; the one before it is void.
 * @throws ValidationError when the codes of the draft are used up, or nobody is there to get one.
 */
export const codeRequested = (
  { task }: Held,
  { seq: proposalSeq, code }: CodedProposal,
  to: { head: Pick<Post, 'id' | 'addressSince'> | null; until: Instant },
): Happening => {
  if (code.no >= MAX_CODES_PER_DRAFT) fail('/code', 'codes-used-up', { max: MAX_CODES_PER_DRAFT });
  const { id: contactId, addressSince } = to.head ?? fail('/code', 'no-head');
  return {
    type: 'AnswerCodeRequested',
    data: { taskNo: task.no, proposalSeq, codeNo: code.no + 1, contactId, addressSince, until: to.until },
  };
};
