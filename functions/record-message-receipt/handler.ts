import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { NotFoundError } from '../../core/errors.js';
import type { GatewayKey } from '../../core/ports/messenger.js';
import { isSignedWebhook } from '../../core/messages/webhook-signature.js';
import {
  recordMessageReceipt,
  type MessageReceiptOutcome,
  type RecordMessageReceiptDeps,
} from '../../core/use-cases/record-message-receipt.js';
import { UnauthorizedError } from '../middleware/http-errors.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { header } from '../middleware/language.js';
import { METRIC, type MetricName } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { bodyBytes, jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { MessageReceiptBodySchema, type MessageReceiptAnswer } from './schema.js';

export type MessageReceiptDeps = RecordMessageReceiptDeps & {
  observability: Observability;
  /** Null on a stage without a gateway: the route does not exist there. */
  gatewayKey: GatewayKey | null;
  /** Real time. */
  nowMs(): number;
};

const MAX_BODY_BYTES = 2_000;

const COUNTED: Record<MessageReceiptOutcome, MetricName | null> = {
  delivered: METRIC.noticeDelivered,
  'nothing-to-do': null,
  unknown: null,
  'next-contact': METRIC.noticeUndelivered,
  superior: METRIC.noticeUndelivered,
  message: METRIC.noticeUndelivered,
  worklist: METRIC.noticeUndelivered,
  none: METRIC.noticeUndelivered,
};

/** @throws NotFoundError without a gateway, UnauthorizedError when it is not the gateway who speaks, or not now. */
const requireGateway = async (deps: MessageReceiptDeps, event: APIGatewayProxyEventV2): Promise<void> => {
  if (deps.gatewayKey === null) throw new NotFoundError();
  const headers = Object.fromEntries(
    (['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const).map((name) => [
      name,
      header(event, name) ?? '',
    ]),
  );
  const request = { headers, body: bodyBytes(event, MAX_BODY_BYTES), nowMs: deps.nowMs() };
  if (isSignedWebhook(await deps.gatewayKey.get(), request)) return;
  count(deps.observability, METRIC.messageReceiptRefused);
  throw new UnauthorizedError();
};

/** What the gateway says became of a message. Unknown, late and repeated receipts are taken without effect. */
export const createHandler = (deps: MessageReceiptDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    await requireGateway(deps, event);
    const { messageId, status, channel } = parseInput(
      MessageReceiptBodySchema,
      jsonBody(event, MAX_BODY_BYTES),
    );
    const outcome = await recordMessageReceipt(deps, { messageId, status, channel });
    const metric = COUNTED[outcome];
    if (metric !== null) count(deps.observability, metric);
    // Ids of petition and notice where it is ours; whatever else was sent is not repeated.
    const about = outcome === 'unknown' ? {} : { messageId };
    deps.observability.logger.info('Message receipt', { status, channel, outcome, ...about });
    const answer: MessageReceiptAnswer = { status: 'taken' };
    return json(202, answer);
  });
