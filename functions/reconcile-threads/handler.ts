import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import {
  applyRelease,
  type AppliedRelease,
  type ApplyReleaseDeps,
} from '../../core/use-cases/apply-release.js';
import {
  reconcileThreads,
  type ReconcileDeps,
  type Reconciled,
} from '../../core/use-cases/reconcile-threads.js';
import { reviveThread } from '../../core/use-cases/revive-thread.js';
import { watchDeliveries, type WatchDeliveriesDeps } from '../../core/use-cases/watch-deliveries.js';
import { describeError } from '../middleware/describe-error.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, gauge, type Observability } from '../middleware/observability.js';
import { publishMetrics } from '../middleware/publish-metrics.js';
import { failedThreadIn, type FailedThread } from './schema.js';

export type ReconcileThreadsDeps = ReconcileDeps &
  ApplyReleaseDeps &
  WatchDeliveriesDeps & {
    observability: Observability;
    deliveryWatchMinutes: number;
  };

const NOTHING: Reconciled = {
  ...{ woken: 0, replaced: 0, queued: 0, failed: 0 },
  unmoved: [],
  calendarDaysLeft: null,
};

/** Replaces a run whose execution has just died, unless it was superseded or the thread is done. */
const reviveFailed = async (deps: ReconcileThreadsDeps, failed: FailedThread): Promise<Reconciled> => {
  const thread = await deps.threads.load(failed.petitionId, failed.thread);
  if (thread?.run !== failed.run) return NOTHING;
  const outcome = await reviveThread(deps, thread);
  return outcome === 'left' ? NOTHING : { ...NOTHING, [outcome]: 1 };
};

/** By itself and last: what cannot be watched must not stop a petition. */
const watch = async (deps: ReconcileThreadsDeps): Promise<void> => {
  const { logger } = deps.observability;
  try {
    const missing = await watchDeliveries(deps, deps.deliveryWatchMinutes * 60);
    count(deps.observability, METRIC.noticeUnconfirmed, missing.length);
    if (missing.length > 0) logger.warn('Nothing was heard of these mails', { notices: missing });
  } catch (error) {
    count(deps.observability, METRIC.reconcilerFailed);
    logger.error('Deliveries not watched', { error: { ...describeError(error) } });
  }
};

const report = ({ observability }: ReconcileThreadsDeps, done: Reconciled): void => {
  count(observability, METRIC.reconcilerWoken, done.woken);
  count(observability, METRIC.reconcilerReplaced, done.replaced);
  count(observability, METRIC.reconcilerQueued, done.queued);
  count(observability, METRIC.reconcilerFailed, done.failed);
  if (done.calendarDaysLeft !== null) gauge(observability, METRIC.calendarDaysLeft, done.calendarDaysLeft);
  observability.logger[done.failed > 0 ? 'error' : 'info']('Reconciled', { ...done });
};

const reportRelease = ({ observability }: ReconcileThreadsDeps, applied: AppliedRelease): void => {
  if (applied.left === 0 && applied.woken === 0) return;
  count(observability, METRIC.releaseThreadsWoken, applied.woken);
  count(observability, METRIC.releaseProvincesLeft, applied.left);
  count(observability, METRIC.reconcilerFailed, applied.failed);
  observability.logger[applied.failed > 0 ? 'error' : 'info']('Release applied', { ...applied });
};

/** Each minute, and at once when an execution fails: makes everything move again that should have moved. */
export const createHandler = (deps: ReconcileThreadsDeps) =>
  middy<unknown, Reconciled>()
    .use(injectLambdaContext(deps.observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(deps.observability.metrics))
    .handler(async (event) => {
      const failed = failedThreadIn(event);
      const done = failed === null ? await reconcileThreads(deps) : await reviveFailed(deps, failed);
      report(deps, done);
      if (failed !== null) return done;
      // After the pass: what is due by the rules of yesterday must not wait for it.
      reportRelease(deps, await applyRelease(deps));
      await watch(deps);
      return done;
    });
