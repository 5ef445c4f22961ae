import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { watchSealed, type Watched, type WatchSealedDeps } from '../../core/use-cases/watch-sealed.js';
import { describeError } from '../middleware/describe-error.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, gauge, type Observability } from '../middleware/observability.js';
import { publishMetrics } from '../middleware/publish-metrics.js';

export type WatchSealedHandlerDeps = WatchSealedDeps & { observability: Observability };

/** Each minute: no denunciation lies about without its body knowing, and none past its date without being counted. */
export const createHandler = (deps: WatchSealedHandlerDeps) =>
  middy<unknown, Watched>()
    .use(injectLambdaContext(deps.observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(deps.observability.metrics))
    .handler(async () => {
      const { logger } = deps.observability;
      const watched = await watchSealed(deps, {
        failed: (fileId, error) => {
          logger.error('Denunciation not watched', { fileId, error: { ...describeError(error) } });
        },
        unreadable: (fileId) => {
          logger.error('Denunciation unreadable', { fileId });
        },
        unreached: (about) => {
          logger.warn('Denunciation unreached', { ...about });
        },
        orphaned: (about) => {
          logger.error('Denunciation without a body', about);
        },
      });
      gauge(deps.observability, METRIC.denunciationsLate, watched.late);
      count(deps.observability, METRIC.denunciationUnreached, watched.unreached + watched.orphaned);
      count(deps.observability, METRIC.sealedWatchFailed, watched.failed + watched.unreadable);
      logger.info('Denunciations watched', { ...watched });
      return watched;
    });
