import { isRealDay } from '../deadline/local-day.js';
import type { TextRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import type { Instant, LocalDay } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { Petition } from './petition.js';
import type { RuleContext } from './rule-context.js';
import { supportOf, type Obstacle, type SupportExtension, type SupportTask } from './support.js';
import { leadDueAt } from './support-requests.js';

/** Requests for more time on one support task, whoever holds it: the second one after a refusal, or for what nobody foresaw. */
export const MAX_SUPPORT_EXTENSIONS = 2;

/**
 * The request that the lead can still answer. It lapses with the deadline that it is about, and when something else has
 * moved that deadline to the day asked for or past it.
 */
export const openExtension = (
  { ended, extensionRequest, dueBy }: SupportTask,
  now: Instant,
): SupportExtension | null =>
  ended !== null || extensionRequest === null || dueBy.at <= now || extensionRequest.until.at <= dueBy.at
    ? null
    : extensionRequest;

/** The lead's own deadline, which no support task outlasts; null without one, or behind it. */
export const latestForSupport = (petition: Pick<Petition, 'task'>, now: Instant): Instant | null => {
  const latest = leadDueAt(petition);
  return latest !== null && latest > now ? latest : null;
};

/** Why the agency asked may not ask for more time, as the code of an issue; null where it may. */
const obstacleToAsking = (support: SupportTask, now: Instant): Obstacle | null => {
  if (support.dueBy.at <= now) return ['already-late'];
  if (openExtension(support, now) !== null) return ['support-extension-open'];
  return support.extensionRequests >= MAX_SUPPORT_EXTENSIONS
    ? ['support-extensions-used-up', { max: MAX_SUPPORT_EXTENSIONS }]
    : null;
};

/** May the agency asked ask for more time, and is there any before the lead itself must answer? */
export const mayAskExtension = (petition: Petition, support: SupportTask, now: Instant): boolean => {
  const latest = latestForSupport(petition, now);
  return obstacleToAsking(support, now) === null && (latest === null || latest > support.dueBy.at);
};

const untilAsked = (
  { petition, support }: { petition: Petition; support: SupportTask },
  day: LocalDay,
  { timetable, now }: RuleContext,
): DeadlineRef => {
  if (!isRealDay(day)) fail('/until', 'not-a-day');
  const until = timetable.supportOn(day);
  if (until.at <= support.dueBy.at) fail('/until', 'not-later');
  const latest = latestForSupport(petition, now);
  if (latest !== null && until.at > latest) fail('/until', 'support-after-lead', { latest });
  return until;
};

/**
 * The agency asked wants more time of the lead. The clock runs on.
 * @throws ValidationError with JSON pointers.
 */
export const supportExtensionRequested = (
  of: { petition: Petition; support: SupportTask },
  input: { until: LocalDay | null; text: TextRef | null },
  context: RuleContext,
): Happening => {
  const { support } = of;
  const obstacle = obstacleToAsking(support, context.now);
  if (obstacle !== null) fail('/decision', ...obstacle);
  const text = required(input.text, '/text');
  const until = untilAsked(of, required(input.until, '/until'), context);
  return {
    type: 'SupportExtensionRequested',
    data: { thread: support.thread, taskNo: support.no, text, until },
  };
};

const askedOf = (petition: Held, input: DecisionInput, now: Instant) => {
  const support = supportOf(petition, required(input.thread, '/thread'));
  if (support === undefined) return fail('/thread', 'no-open-extension');
  const request = openExtension(support, now) ?? fail('/thread', 'no-open-extension');
  const about = { thread: support.thread, taskNo: support.no, requestSeq: request.seq };
  return { support, request, about };
};

/** The lead allows it: the one event that moves the day. It still keeps to the lead's own, which may have moved since. */
export const supportExtensionAllowed = (
  petition: Held,
  input: DecisionInput,
  { timetable, now }: DecisionContext,
): Happening => {
  const { support, request, about } = askedOf(petition, input, now);
  const dueBy = timetable.recounted(request.until, { since: request.at, now });
  const latest = latestForSupport(petition, now);
  if (latest !== null && dueBy.at > latest) fail('/thread', 'support-after-lead', { latest });
  return {
    type: 'SupportExtensionAllowed',
    data: { ...about, text: input.text, dueBy, previous: support.dueBy.at },
  };
};

/** The lead refuses it and says why; the day stays. */
export const supportExtensionRefused = (
  petition: Held,
  input: DecisionInput,
  { now }: DecisionContext,
): Happening => {
  const { about } = askedOf(petition, input, now);
  return { type: 'SupportExtensionRefused', data: { ...about, text: required(input.text, '/text') } };
};
