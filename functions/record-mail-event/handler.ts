import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import {
  recordMailEvent,
  type MailEventOutcome,
  type RecordMailEventDeps,
} from '../../core/use-cases/record-mail-event.js';
import { describeError } from '../middleware/describe-error.js';
import { METRIC, type MetricName } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { publishMetrics } from '../middleware/publish-metrics.js';
import { retryOrDrop } from '../send-notice/retry-or-drop.js';
import { QueueBatchSchema, type BatchResponse } from '../send-notice/schema.js';
import { parseMailEvent } from './schema.js';
import { sealedReportIn } from './sealed-report.js';

export type RecordMailEventHandlerDeps = RecordMailEventDeps & { observability: Observability };

const COUNTED: Record<MailEventOutcome, MetricName | null> = {
  delivered: METRIC.noticeDelivered,
  'nothing-to-do': null,
  'next-contact': METRIC.noticeUndelivered,
  superior: METRIC.noticeUndelivered,
  message: METRIC.noticeUndelivered,
  worklist: METRIC.noticeUndelivered,
  none: METRIC.noticeUndelivered,
};

/** Records one report; true when the message is to come again. */
const isToRetry = async (deps: RecordMailEventHandlerDeps, body: string): Promise<boolean> => {
  const { logger } = deps.observability;
  try {
    const ofSealed = sealedReportIn(body);
    if (ofSealed !== null) {
      if (ofSealed.report !== 'Delivery') {
        count(deps.observability, METRIC.noticeUndelivered);
        logger.error('A mail about a denunciation did not arrive', { ...ofSealed });
      }
      return false;
    }
    const event = parseMailEvent(body);
    logger.appendKeys({ petitionId: event.petitionId, noticeId: event.noticeId });
    const outcome = await recordMailEvent(deps, event);
    const metric = COUNTED[outcome];
    if (metric !== null) count(deps.observability, metric);
    logger.info('Report recorded', { failure: event.failure, outcome });
    return false;
  } catch (error) {
    const verdict = retryOrDrop(error);
    count(deps.observability, METRIC.mailEventFailed);
    logger.error('Report not recorded', { verdict, error: { ...describeError(error) } });
    return verdict === 'retry';
  } finally {
    logger.removeKeys(['petitionId', 'noticeId']);
  }
};

/** Records what the mail service reports of mails; only what failed comes again. */
export const createHandler = (deps: RecordMailEventHandlerDeps) =>
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
