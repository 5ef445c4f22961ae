import { NotFoundError, StaleRunError } from '../errors.js';
import type { NextStep } from '../petition/next-step.js';
import { threadStep } from '../petition/thread-step.js';
import type { Clock } from '../ports/clock.js';
import type { Thread, ThreadStore } from '../ports/thread-store.js';
import { plusMs, type Instant } from '../time.js';
import { advancePetition } from './advance-petition.js';
import { tellSubmission } from './tell-submission.js';
import { contextOf, ENGINE_GRACE_SECONDS, type ChangeDeps } from './change-petition.js';

export interface ThreadRun {
  petitionId: string;
  thread: string;
  run: number;
}

/** What is left once the deadlines are counted. */
type Known = Exclude<NextStep, { next: 'Recount' }>;

/** What the state machine branches on. Carries no outcome and nothing personal. */
export interface TakenStep {
  next: Known['next'] | 'Renew';
  /** Real seconds until the wake-up; 1 when nothing is waited for. */
  waitSeconds: number;
  waitNo: number;
  wakeSeq: number;
}

/** Limits of one execution: 1 year and 25,000 history events (Step Functions quotas); renewed well before. */
export const RENEW_AFTER_WAITS = 1_000;
export const RENEW_AFTER_DAYS = 300;
const DAY_MS = 86_400_000;

/** When somebody must look: at the end of a wait, soon while the engine owes a step, never again when it is done. */
const wakeAtOf = (clock: Clock, step: Known): Instant | null => {
  if ('wakeAt' in step) return step.wakeAt;
  return step.next === 'Done' ? null : clock.inRealSeconds(ENGINE_GRACE_SECONDS);
};

/**
 * An execution that began before there were duplicates does not know the word: it has rested once, and the next run begins
 * on the machine of today.
 */
const isOfOlderMachine = ({ failures }: Thread, { next }: Known): boolean =>
  next === 'Follow' && failures > 0;

/** Real seconds of a wait. No wait outlasts the run: a later wake-up is waited for by the next one. */
const waitSecondsOf = (clock: Clock, step: Known, renewAt: Instant): number => {
  if (!('wakeAt' in step)) return 1;
  const until = step.wakeAt < renewAt ? step.wakeAt : renewAt;
  return Math.max(Math.ceil(clock.realSecondsUntil(until)), 1);
};

const stepOf = async (deps: ChangeDeps, at: ThreadRun): Promise<{ step: NextStep; now: Instant }> => {
  const petition = await deps.store.load(at.petitionId);
  if (petition === null) throw new NotFoundError();
  // Before the thread lets go of its wake-up: after a crash here somebody looks again.
  await tellSubmission(deps, petition);
  const context = await contextOf(deps, petition);
  return { step: threadStep(petition, at.thread, context), now: context.now };
};

/** Deadlines are counted anew before anything is decided by them. */
const stepOnToday = async (
  deps: ChangeDeps & { threads: ThreadStore },
  at: ThreadRun,
): Promise<{ step: Known; now: Instant }> => {
  let { step, now } = await stepOf(deps, at);
  if (step.next === 'Recount') {
    await advancePetition(deps, at, 'Recount');
    ({ step, now } = await stepOf(deps, at));
  }
  if (step.next === 'Recount') throw new Error('a recount that moves its own deadlines again');
  return { step, now };
};

/**
 * Reads the record and the thread consistently, says what is to be done now and acknowledges what it has seen.
 * @throws StaleRunError when this run was superseded.
 */
export const takeNextStep = async (
  deps: ChangeDeps & { threads: ThreadStore },
  at: ThreadRun,
): Promise<TakenStep> => {
  const { clock, threads } = deps;
  // The thread first: a commit between the two reads raises wakeSeq after `seen`, so the wait that follows ends itself.
  const thread = await threads.load(at.petitionId, at.thread);
  if (thread === null) throw new NotFoundError();
  if (thread.run !== at.run) throw new StaleRunError();
  const { step, now } = await stepOnToday(deps, at);
  const seen = { waitNo: thread.waitNo + 1, wakeSeq: thread.wakeSeq };
  const acknowledge = (wakeAt: Instant | null) =>
    threads.acknowledge(at, { handledSeq: seen.wakeSeq, waitNo: seen.waitNo, wakeAt });
  const renewAt = plusMs(thread.runStartedAt, RENEW_AFTER_DAYS * DAY_MS);
  const isLong = thread.waitNo >= RENEW_AFTER_WAITS || renewAt <= now;
  if ((isLong && step.next !== 'Done') || isOfOlderMachine(thread, step)) {
    await acknowledge(clock.inRealSeconds(ENGINE_GRACE_SECONDS));
    return { next: 'Renew', waitSeconds: 1, ...seen };
  }
  await acknowledge(wakeAtOf(clock, step));
  return { next: step.next, waitSeconds: waitSecondsOf(clock, step, renewAt), ...seen };
};
