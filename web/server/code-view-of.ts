import { codeState, MAX_CODES_PER_DRAFT, MAX_TRIES_PER_CODE } from '../../core/petition/code-state.js';
import type { AnswerProposal } from '../../core/petition/approval.js';
import type { Instant } from '../../core/time.js';
import type { CodeView } from './views.js';

/** The view of the code that a draft waits for; null where the head approves it through its own link. */
export const codeViewOf = ({ seq, code }: AnswerProposal, now: Instant): CodeView | null =>
  code && {
    ref: `${seq}.${code.no}`,
    until: code.until,
    state: codeState(code, now),
    maxTries: MAX_TRIES_PER_CODE,
    triesLeft: Math.max(MAX_TRIES_PER_CODE - code.failures, 0),
    codesLeft: Math.max(MAX_CODES_PER_DRAFT - code.no, 0),
  };
