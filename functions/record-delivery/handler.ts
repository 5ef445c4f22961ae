import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { IllegalTransitionError, NotFoundError } from '../../core/errors.js';
import type { NoticeStore, StoredNotice } from '../../core/ports/notices.js';
import type { ChangeDeps } from '../../core/use-cases/change-petition.js';
import { confirmDelivery } from '../../core/use-cases/confirm-delivery.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { DeliveryBodySchema, NoticeIdSchema, type DeliveryAnswer } from './schema.js';

export type RecordDeliveryDeps = ChangeDeps & { notices: NoticeStore; observability: Observability };

const MAX_BODY_BYTES = 1_000;

const noticeIn = async (deps: RecordDeliveryDeps, event: APIGatewayProxyEventV2): Promise<StoredNotice> => {
  const petitionId = petitionIdIn(event, 'petitionId');
  const id = NoticeIdSchema.safeParse(event.pathParameters?.['id']);
  const notice = id.success ? await deps.notices.load({ petitionId, id: id.data }) : null;
  if (notice === null) throw new NotFoundError();
  if (notice.status !== 'WORKLIST' && notice.status !== 'DONE_BY_HAND')
    throw new IllegalTransitionError('record-delivery', notice.status);
  return notice;
};

/** An answer that reached the resident opens the time for feedback; other notices are only taken off the list. */
const feedbackUntil = async (
  deps: RecordDeliveryDeps,
  notice: StoredNotice,
  said: { by: 'phone' | 'post' | 'desk'; userId: string },
): Promise<string | null> => {
  if (notice.kind !== 'decision') return null;
  const actor = { kind: 'operator' as const, userId: said.userId };
  const { petition } = await confirmDelivery(deps, notice.petitionId, {
    by: said.by,
    actor,
    answerSeq: notice.seq,
  });
  return petition.feedbackUntil?.at ?? null;
};

/** A clerk has reached the person of a notice. Said twice, it stays the first time. */
export const createHandler = (deps: RecordDeliveryDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'POST /api/operator/notices/{petitionId}/{id}/delivery');
    const notice = await noticeIn(deps, event);
    const { by } = parseInput(DeliveryBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const { petitionId, id } = notice;
    // The event first: when only the notice were settled, nobody would come back to it.
    const until = await feedbackUntil(deps, notice, { by, userId: user.id });
    if (notice.status === 'WORKLIST') {
      await deps.notices.settle(notice, { status: 'DONE_BY_HAND', at: deps.clock.now() });
      count(deps.observability, METRIC.deliveryRecorded);
    }
    deps.observability.logger.info('Delivery recorded', { userId: user.id, petitionId, noticeId: id, by });
    const answer: DeliveryAnswer = { petitionId, id, status: 'DONE_BY_HAND', feedbackUntil: until };
    return json(200, answer);
  });
