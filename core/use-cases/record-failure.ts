import type { Clock } from '../ports/clock.js';
import type { ThreadStore } from '../ports/thread-store.js';
import type { ThreadRun } from './take-next-step.js';

const FIRST_BACKOFF_SECONDS = 60;
const LONGEST_BACKOFF_SECONDS = 3_600;

/**
 * Notes that a task failed after its retries and says how long the workflow rests: 1 minute, doubling, at most 1 hour.
 * The reconciler looks two minutes after that rest has ended.
 * @throws StaleRunError when this run was superseded.
 */
export const recordFailure = async (
  deps: { threads: ThreadStore; clock: Clock },
  at: ThreadRun,
  failuresBefore: number,
): Promise<{ waitSeconds: number; failures: number }> => {
  const waitSeconds = Math.min(
    FIRST_BACKOFF_SECONDS * 2 ** Math.min(failuresBefore, 10),
    LONGEST_BACKOFF_SECONDS,
  );
  const failures = await deps.threads.recordFailure(at, deps.clock.inRealSeconds(waitSeconds + 120));
  return { waitSeconds, failures };
};
