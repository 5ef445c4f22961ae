import { isAllowed, type Command } from '../../../core/petition/transitions.js';
import { AnswerForm } from './answer-form.js';
import { FeedbackForm } from './feedback-form.js';
import { WithdrawForm } from './withdraw-form.js';
import type { WordProps } from './word-props.js';

/** What the resident can say in the petition's present state; each form proves by the receipt's secret whose word it is. */
export const ResidentForms = (props: WordProps) => {
  const { status, feedback } = props.status;
  const may = (command: Command): boolean => isAllowed(command, status, 'resident');
  return (
    <>
      {may('answer') || may('supplement') ? <AnswerForm {...props} isAsked={may('answer')} /> : null}
      {may('give-feedback') && feedback === null ? <FeedbackForm {...props} /> : null}
      {may('withdraw') ? <WithdrawForm {...props} /> : null}
    </>
  );
};
