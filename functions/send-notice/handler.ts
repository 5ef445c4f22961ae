import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { parseNoticeMessage } from '../../adapters/sqs/notice-message.js';
import { sendNotice, type SendNoticeDeps, type SendOutcome } from '../../core/use-cases/send-notice.js';
import { describeError } from '../middleware/describe-error.js';
import { METRIC, type MetricName } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { publishMetrics } from '../middleware/publish-metrics.js';
import { retryOrDrop } from './retry-or-drop.js';
import { QueueBatchSchema, type BatchResponse } from './schema.js';

export type SendNoticeHandlerDeps = SendNoticeDeps & { observability: Observability };

/** `retry` is over for this message: the notice has a time of its own, at which the reconciler queues it again. */
const COUNTED: Record<SendOutcome, MetricName | null> = {
  sent: METRIC.noticeSent,
  'nothing-to-do': null,
  covered: null,
  skipped: null,
  worklist: METRIC.noticeToWorklist,
  unreached: METRIC.agencyUnreached,
  retry: METRIC.noticeRefused,
  abandoned: METRIC.noticeAbandoned,
};

/** Sends one message's notice; true when the message is to come again. */
const isToRetry = async (deps: SendNoticeHandlerDeps, body: string): Promise<boolean> => {
  const { logger } = deps.observability;
  try {
    const ref = parseNoticeMessage(body);
    logger.appendKeys({ petitionId: ref.petitionId, noticeId: ref.id });
    const outcome = await sendNotice(deps, ref);
    const metric = COUNTED[outcome];
    if (metric !== null) count(deps.observability, metric);
    logger.info('Notice handled', { outcome });
    return false;
  } catch (error) {
    const verdict = retryOrDrop(error);
    count(deps.observability, METRIC.noticeFailed);
    logger.error('Notice failed', { verdict, error: { ...describeError(error) } });
    return verdict === 'retry';
  } finally {
    logger.removeKeys(['petitionId', 'noticeId']);
  }
};

/** Sends the notices of a batch one after the other; only those that failed come again. */
export const createHandler = (deps: SendNoticeHandlerDeps) =>
  middy<unknown, BatchResponse>()
    .use(injectLambdaContext(deps.observability.logger, { logEvent: false, resetKeys: true }))
    .use(publishMetrics(deps.observability.metrics))
    .handler(async (event) => {
      const batchItemFailures: BatchResponse['batchItemFailures'] = [];
      for (const { messageId, body } of QueueBatchSchema.parse(event).Records) {
        if (await isToRetry(deps, body)) batchItemFailures.push({ itemIdentifier: messageId });
      }
      return { batchItemFailures };
    });
