import type { TrackedStatus } from '../api.js';
import { AnswerForm } from './answer-form.js';
import { FeedbackForm } from './feedback-form.js';
import { WithdrawForm } from './withdraw-form.js';
import type { WordProps } from './word-props.js';

const OPEN: readonly TrackedStatus['status'][] = ['ASSIGNED', 'ACCEPTED'];
const DECIDED: readonly TrackedStatus['status'][] = ['RESOLVED', 'REJECTED', 'GUIDED', 'FORWARDED'];

/** What the resident can say in the petition's present state; each form proves by the receipt's secret whose word it is. */
export const ResidentForms = (props: WordProps) => {
  const { status, feedback } = props.status;
  const isWaiting = status === 'WAITING_RESIDENT';
  const isOpen = OPEN.includes(status);
  return (
    <>
      {isWaiting || isOpen ? <AnswerForm {...props} isAsked={isWaiting} /> : null}
      {DECIDED.includes(status) && feedback === null ? <FeedbackForm {...props} /> : null}
      {isWaiting || isOpen || status === 'SUBMITTED' ? <WithdrawForm {...props} /> : null}
    </>
  );
};
