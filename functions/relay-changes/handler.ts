import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { TableChange } from '../../adapters/dynamodb/stream-records.js';
import { relayChange, type RelayDeps } from '../../core/use-cases/relay-change.js';
import { describeError } from '../middleware/describe-error.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { publishMetrics } from '../middleware/publish-metrics.js';
import { StreamBatchSchema, type BatchResponse } from './schema.js';

export type RelayChangesDeps = RelayDeps & {
  observability: Observability;
  /** Reads one raw record of the stream. */
  parseRecord(raw: unknown): TableChange;
};

const relayRecord = async (deps: RelayChangesDeps, raw: unknown): Promise<void> => {
  const change = deps.parseRecord(raw);
  if (change.kind === 'other') return;
  if (change.kind === 'tampering') {
    count(deps.observability, METRIC.historyTampered);
    deps.observability.logger.error('An entry of a history was changed or removed', {
      petitionId: change.petitionId,
    });
    return;
  }
  await relayChange(deps, change);
};

/**
 * Relays a batch in order. Stops at the first record that fails and reports it, so that it and all after it come again:
 * changes of one petition are never relayed out of order.
 */
export const createHandler = (deps: RelayChangesDeps) =>
  middy<unknown, BatchResponse>()
    .use(injectLambdaContext(deps.observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(deps.observability.metrics))
    .handler(async (event) => {
      for (const record of StreamBatchSchema.parse(event).Records) {
        try {
          await relayRecord(deps, record);
        } catch (error) {
          count(deps.observability, METRIC.relayFailed);
          deps.observability.logger.error('Record not relayed', { error: { ...describeError(error) } });
          return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
        }
      }
      return { batchItemFailures: [] };
    });
