import type { Retrier } from './definition.js';

/** Does one of the names stand for this error? */
export const matches = (errors: readonly string[], error: string): boolean =>
  errors.some(
    (known) =>
      known === error ||
      known === 'States.ALL' ||
      (known === 'States.TaskFailed' && error !== 'States.Timeout'),
  );

/** Seconds before the next attempt, before jitter; `spent`: retries so far. */
export const delaySeconds = (retrier: Retrier, spent: number): number =>
  Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** spent, retrier.MaxDelaySeconds ?? Infinity);
