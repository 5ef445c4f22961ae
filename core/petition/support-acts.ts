import { ValidationError } from '../errors.js';
import type { FileRef, TextRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import type { LocalDay } from '../time.js';
import { isDocumentNo, MAX_NOTES_PER_TASK } from './decisions.js';
import type { Petition } from './petition.js';
import type { RuleContext } from './rule-context.js';
import type { SupportTask } from './support.js';
import { supportExtensionRequested } from './support-extension.js';
import { supportTransferred } from './support-transfer.js';
import type { SupportDecision } from './support-transitions.js';

/** What the form of a supporting agency says, its texts already digested. */
export interface SupportInput {
  decision: SupportDecision;
  text: TextRef | null;
  declaredBy: TextRef | null;
  /** The agency named by a transfer. */
  agency: string | null;
  /** The day to which more time is asked for. */
  until: LocalDay | null;
  documentNo: string | null;
  evidence: FileRef[];
}

const refuse = (pointer: string, code: string, params?: Record<string, number>): never => {
  throw new ValidationError([params === undefined ? { pointer, code } : { pointer, code, params }]);
};

const required = <T>(value: T | null, pointer: string): T => value ?? refuse(pointer, 'required');

const answered = (support: SupportTask, input: SupportInput): Happening => ({
  type: 'SupportAnswered',
  data: {
    thread: support.thread,
    taskNo: support.no,
    outcome: input.decision === 'support-decline' ? 'declined' : 'answered',
    text: required(input.text, '/text'),
    declaredBy: required(input.declaredBy, '/actorName'),
    documentNo: input.documentNo,
    evidence: input.evidence,
  },
});

/**
 * The event that a supporting agency's decision makes. The caller has checked that the task is open, held by the link's
 * agency, and that its state allows the decision.
 * @throws ValidationError with JSON pointers.
 */
export const decideSupport = (
  of: { petition: Petition; support: SupportTask },
  input: SupportInput,
  context: RuleContext,
): Happening => {
  const { support } = of;
  const about = { thread: support.thread, taskNo: support.no };
  if (input.documentNo !== null && !isDocumentNo(input.documentNo)) refuse('/documentNo', 'document-no');
  switch (input.decision) {
    case 'support-accept':
      return { type: 'SupportAccepted', data: { ...about, text: input.text } };
    case 'support-note':
      if (support.notes >= MAX_NOTES_PER_TASK)
        refuse('/decision', 'notes-used-up', { max: MAX_NOTES_PER_TASK });
      return { type: 'SupportNoted', data: { ...about, text: required(input.text, '/text') } };
    case 'support-transfer':
      return supportTransferred(of, input, context);
    case 'support-extend':
      return supportExtensionRequested(of, input, context);
    case 'support-answer':
    case 'support-decline':
      return answered(support, input);
  }
};
