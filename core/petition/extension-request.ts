import { isRealDay } from '../deadline/local-day.js';
import { IllegalTransitionError } from '../errors.js';
import type { AgencyRef, TextRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { ExtensionRequest, Petition, Task } from './petition.js';
import { promisedAfter } from './promised-after.js';
import type { RuleContext } from './rule-context.js';
import { isAllowed, type SuperiorAnswer } from './transitions.js';
import { endOfDayLike } from './until.js';

/** Requests that one task allows: the second one after a refusal, or for an end that nobody could foresee. */
export const MAX_EXTENSION_REQUESTS = 2;

/**
 * The request that the superior can still answer. It lapses with the deadline that it is about, and when a pause has moved
 * that deadline past the date asked for.
 */
export const openRequest = ({ task }: Pick<Petition, 'task'>, now: Instant): ExtensionRequest | null => {
  const request = task?.extensionRequest ?? null;
  if (task === null || task.resolveBy === null || request === null) return null;
  const isOver = task.pause === null && task.resolveBy.at <= now;
  return isOver || request.until.at <= task.resolveBy.at ? null : request;
};

/** Until when the holder may extend alone; null where it may not, or not any more. */
export const ownLimit = (task: Task, { timetable }: Pick<RuleContext, 'timetable'>): DeadlineRef | null =>
  task.resolveBy === null || task.extensions >= timetable.maxExtensions
    ? null
    : timetable.extension(task.resolveBy.at);

/** Who decides on more time than the holder may take alone; null where nobody stands above. */
export const superiorForRequest = (
  petition: Held,
  { jurisdiction, now }: Pick<RuleContext, 'jurisdiction' | 'now'>,
): AgencyRef | null => {
  const { holder, isLastOwner, isTriage } = petition.task;
  if (isLastOwner || isTriage) return null;
  const above = jurisdiction.next(petition, holder, { at: now, why: 'late' });
  return above.isTriage || above.holder.id === holder.id ? null : above.holder;
};

/** The day asked for: later than the holder may extend alone, not later than a superior may allow. */
const untilAsked = (petition: Held, input: DecisionInput, context: DecisionContext): DeadlineRef => {
  const { task } = petition;
  const present = task.resolveBy ?? fail('/decision', 'no-deadline');
  if (present.at <= context.now) fail('/decision', 'already-late');
  const latest = context.timetable.approvedExtension(present.at) ?? fail('/decision', 'not-extendable');
  const until = required(input.until, '/until');
  if (!isRealDay(until)) fail('/until', 'not-a-day');
  const at = endOfDayLike(until, latest.at);
  if (at <= present.at) fail('/until', 'not-later');
  if (at > latest.at) fail('/until', 'too-late', { latest: latest.at });
  const own = ownLimit(task, context);
  if (own !== null && at <= own.at) fail('/until', 'within-own-limit', { latest: own.at });
  return { ...latest, at };
};

/** Asks the superior for more time than the class lets the holder take alone. The clock runs on. */
export const requestedExtension = (
  petition: Held,
  input: DecisionInput,
  context: DecisionContext,
): Happening => {
  const { task } = petition;
  const superior = superiorForRequest(petition, context) ?? fail('/decision', 'nobody-above');
  if (openRequest(petition, context.now) !== null) fail('/decision', 'request-open');
  if (task.extensionRequests >= MAX_EXTENSION_REQUESTS)
    fail('/decision', 'requests-used-up', { max: MAX_EXTENSION_REQUESTS });
  const until = untilAsked(petition, input, context);
  return {
    type: 'ExtensionRequested',
    data: { taskNo: task.no, text: required(input.text, '/text'), until, superior },
  };
};

/** What the superior's form says, its texts already digested. */
export interface ExtensionAnswer {
  answer: SuperiorAnswer;
  text: TextRef | null;
  declaredBy: TextRef | null;
}

/**
 * The event of a superior's answer to the open request.
 * @throws IllegalTransitionError when nothing is asked any more, ValidationError when a name or a reason is missing.
 */
export const answeredRequest = (petition: Held, input: ExtensionAnswer, now: Instant): Happening => {
  const request = openRequest(petition, now);
  const present = petition.task.resolveBy;
  if (request === null || present === null || !isAllowed(input.answer, petition.status, 'superior'))
    throw new IllegalTransitionError(input.answer, petition.status);
  const declaredBy = required(input.declaredBy, '/actorName');
  const about = { taskNo: petition.task.no, requestSeq: request.seq, declaredBy };
  if (input.answer === 'refuse-extension')
    return { type: 'ExtensionRefused', data: { ...about, text: required(input.text, '/text') } };
  return {
    type: 'ExtensionApproved',
    data: {
      ...about,
      text: input.text,
      resolveBy: request.until,
      // While the clock stands still nothing can be broken.
      promised: promisedAfter(petition, request.until, petition.task.pause?.since ?? now),
      previous: present.at,
    },
  };
};
