import type { Happening } from '../events.js';
import { mustWake, nextStep, type NextStep } from './next-step.js';
import type { Petition } from './petition.js';
import { recountEvent } from './recount.js';
import type { RuleContext } from './rule-context.js';
import { LEAD_THREAD, supportOf, type SupportTask } from './support.js';
import { supportEvent, supportStep } from './support-step.js';
import { workflowEvent } from './workflow-events.js';

/** What the workflow of one handling thread has to do now. A thread that the record does not know has nothing to do. */
export const threadStep = (petition: Petition, thread: string, context: RuleContext): NextStep => {
  if (thread === LEAD_THREAD) return nextStep(petition, context);
  const support = supportOf(petition, thread);
  if (support === undefined) return { next: 'Done' };
  // As for the lead: nobody is reminded or late by a deadline that has moved.
  return recountEvent(petition, context) === null
    ? supportStep(petition, support, context)
    : { next: 'Recount' };
};

/** The event of a step that the thread's workflow owes, or null when there is nothing to write. */
export const threadEvent = (petition: Petition, thread: string, context: RuleContext): Happening | null => {
  if (thread === LEAD_THREAD) return workflowEvent(petition, nextStep(petition, context), context);
  const support = supportOf(petition, thread);
  if (support === undefined) return null;
  const recount = recountEvent(petition, context);
  if (recount !== null) return recount;
  return supportEvent(petition, support, { step: supportStep(petition, support, context), context });
};

/** As `mustWake`: when the task or the phase changed, or the next wake-up came forward. */
const mustWakeSupport = (
  [before, was]: [Petition, SupportTask],
  [after, is]: [Petition, SupportTask],
  context: RuleContext,
): boolean => {
  if (was.ended !== null) return false;
  if (is.ended !== null || was.no !== is.no) return true;
  const then = supportStep(before, was, context);
  const now = supportStep(after, is, context);
  if (!('wakeAt' in now)) return true;
  return !('wakeAt' in then) || now.wakeAt < then.wakeAt;
};

/** Threads that a commit concerns and that were there before it: exactly these are woken. */
export const threadsToWake = (before: Petition, after: Petition, context: RuleContext): string[] => [
  ...(mustWake(before, after, context) ? [LEAD_THREAD] : []),
  ...before.supports.flatMap((was) => {
    const is = supportOf(after, was.thread);
    return is !== undefined && mustWakeSupport([before, was], [after, is], context) ? [was.thread] : [];
  }),
];

/** Support threads that a commit opens. */
export const threadsToOpen = (before: Petition, after: Petition): string[] =>
  after.supports.filter(({ thread }) => supportOf(before, thread) === undefined).map(({ thread }) => thread);
