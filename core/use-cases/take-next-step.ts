import { NotFoundError, StaleRunError } from '../errors.js';
import { nextStep, type NextStep } from '../petition/next-step.js';
import type { ThreadStore } from '../ports.js';
import { plusMs } from '../time.js';
import { contextOf, ENGINE_GRACE_SECONDS, type ChangeDeps } from './change-petition.js';

export interface ThreadRun {
  petitionId: string;
  thread: string;
  run: number;
}

/** What the state machine branches on. Carries no outcome and nothing personal. */
export interface TakenStep {
  next: NextStep['next'] | 'Renew';
  /** Real seconds until the wake-up; 1 when nothing is waited for. */
  waitSeconds: number;
  waitNo: number;
  wakeSeq: number;
}

/** Limits of one execution: 1 year and 25,000 history events (Step Functions quotas); renewed well before. */
export const RENEW_AFTER_WAITS = 1_000;
export const RENEW_AFTER_DAYS = 300;
const DAY_MS = 86_400_000;

/**
 * Reads the record and the thread consistently, says what is to be done now and acknowledges what it has seen.
 * @throws StaleRunError when this run was superseded.
 */
export const takeNextStep = async (
  deps: ChangeDeps & { threads: ThreadStore },
  at: ThreadRun,
): Promise<TakenStep> => {
  // The thread first: a commit between the two reads raises wakeSeq after `seen`, so the wait that follows ends itself.
  const thread = await deps.threads.load(at.petitionId, at.thread);
  const petition = await deps.store.load(at.petitionId);
  if (thread === null || petition === null) throw new NotFoundError();
  if (thread.run !== at.run) throw new StaleRunError();
  const { timetable, now } = await contextOf(deps, petition);
  const step = nextStep(petition, timetable, now);
  const renewAt = plusMs(thread.runStartedAt, RENEW_AFTER_DAYS * DAY_MS);
  const isLong = thread.waitNo >= RENEW_AFTER_WAITS || renewAt <= now;
  const next = isLong && step.next !== 'Done' ? 'Renew' : step.next;
  const waitNo = thread.waitNo + 1;
  const waits = next !== 'Renew' && 'wakeAt' in step;
  const wakeAt = waits
    ? step.wakeAt
    : next === 'Done'
      ? null
      : deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS);
  await deps.threads.acknowledge(at, { handledSeq: thread.wakeSeq, waitNo, wakeAt });
  // No wait outlasts the run: a later wake-up is waited for by the next one.
  const until = waits && step.wakeAt < renewAt ? step.wakeAt : renewAt;
  const seconds = waits ? Math.ceil(deps.clock.realSecondsUntil(until)) : 1;
  return { next, waitSeconds: Math.max(seconds, 1), waitNo, wakeSeq: thread.wakeSeq };
};
