import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { verifyChain } from '../../core/audit/verify-chain.js';
import { NotFoundError } from '../../core/errors.js';
import type { SealedStore } from '../../core/ports/sealed-store.js';
import { fileOf, maySee, type SeeDeps } from '../../core/use-cases/change-sealed-file.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json, type HttpResult } from '../middleware/responses.js';
import { requireOfficer } from '../middleware/sealed-officer.js';
import { ListSealedQuerySchema, type SealedHistoryAnswer, type SealedListAnswer } from './schema.js';
import { toSealedItem } from './to-item.js';

export interface ListSealedDeps extends SeeDeps {
  observability: Observability;
  store: Pick<SealedStore, 'load' | 'history' | 'ofBody'>;
}

const PAGE = 50;
const NOT_KEPT = { 'cache-control': 'no-store' };

const list = async (deps: ListSealedDeps, event: APIGatewayProxyEventV2): Promise<HttpResult> => {
  const { bodies } = requireOfficer(event, 'GET /api/sealed');
  const { body = bodies[0], after } = parseInput(ListSealedQuerySchema, event.queryStringParameters ?? {});
  if (body !== undefined && !bodies.includes(body)) throw new NotFoundError();
  const page = { limit: PAGE, ...(after !== undefined && { after }) };
  const found = body === undefined ? { items: [], unreadable: [] } : await deps.store.ofBody(body, page);
  const { items: files, unreadable, ...next } = found;
  count(deps.observability, METRIC.sealedUnreadable, unreadable.length);
  for (const fileId of unreadable) deps.observability.logger.error('Denunciation unreadable', { fileId });
  const seen = await Promise.all(files.map((file) => maySee(deps, file, { bodies })));
  const items = files.filter((_, i) => seen[i]).map((file) => toSealedItem(file, deps.clock.now()));
  const late = items.filter((item) => item.late).length;
  const answer: SealedListAnswer = { bodies: [...bodies], items, late, ...next };
  return json(200, answer, NOT_KEPT);
};

const show = async (deps: ListSealedDeps, event: APIGatewayProxyEventV2): Promise<HttpResult> => {
  const officer = requireOfficer(event, 'GET /api/sealed/{id}');
  const file = await fileOf(deps, petitionIdIn(event, 'id'), officer);
  const events = await deps.store.history(file.id);
  const answer: SealedHistoryAnswer = {
    file: toSealedItem(file, deps.clock.now()),
    events,
    intact: verifyChain(file.id, events, file.head).length === 0,
  };
  return json(200, answer, NOT_KEPT);
};

/** Files of the officer's own body, still sealed: no name of a denouncer, no text. */
export const createHandler = (deps: ListSealedDeps) =>
  httpBundle(deps.observability).handler((event) =>
    event.routeKey === 'GET /api/sealed/{id}' ? show(deps, event) : list(deps, event),
  );
