import type { Happening } from '../events.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';

/** Assignments inside the agency on one task: each sends a mail and is kept for good. */
export const MAX_ASSIGNMENTS_PER_TASK = 20;

/** Whose contact works on the task while nobody was assigned. */
export const FIRST_CONTACT = 'main';

/**
 * A colleague or an office of the same agency is to work on it. Holder, clock and the count of transfers stay as they are;
 * the mails of the task go there from now on.
 */
export const assignedTo = (
  { task }: Held,
  { contact, text }: DecisionInput,
  { assignee }: DecisionContext,
): Happening => {
  const named = required(contact, '/contact');
  if (named === (task.assignedTo ?? FIRST_CONTACT)) fail('/contact', 'same-contact');
  if (task.assignments >= MAX_ASSIGNMENTS_PER_TASK)
    fail('/decision', 'assignments-used-up', { max: MAX_ASSIGNMENTS_PER_TASK });
  const { id: contactId, addressSince } = assignee ?? fail('/contact', 'unknown-contact');
  return { type: 'TaskAssigned', data: { taskNo: task.no, contactId, addressSince, text } };
};
