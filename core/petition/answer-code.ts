import { IllegalTransitionError } from '../errors.js';
import type { Happening } from '../events.js';
import type { Post } from '../ports/contacts.js';
import type { Instant } from '../time.js';
import { openProposal, type AnswerProposal } from './approval.js';
import { codeState, MAX_CODES_PER_DRAFT, type AnswerCode } from './code-state.js';
import { fail, type Held } from './decision-input.js';

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
