import { formatCode } from '../../core/codes/petition-code.js';
import type { Clock } from '../../core/ports/clock.js';
import type { Holdings } from '../../core/ports/holdings.js';
import type { PetitionStore } from '../../core/ports/petition-store.js';
import { listHoldings } from '../../core/use-cases/list-holdings.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { refuseFuture } from '../middleware/past-instant.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { ListHoldingsQuerySchema } from './schema.js';

export interface ListHoldingsDeps {
  observability: Observability;
  clock: Clock;
  holdings: Holdings;
  store: Pick<PetitionStore, 'history'>;
}

/** "What did this agency hold then, what was due, what was late?" Nothing about persons. */
export const createHandler = (deps: ListHoldingsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/holdings');
    const { agency, at, limit, cursor } = parseInput(
      ListHoldingsQuerySchema,
      event.queryStringParameters ?? {},
    );
    refuseFuture(at, deps.clock.now());
    const page = { limit, ...(cursor !== undefined && { cursor }) };
    const { items, unreadable, next } = await listHoldings(deps, { agencyId: agency, at }, page);
    deps.observability.logger.info('Holdings listed', { userId: user.id, items: items.length });
    return json(200, {
      items: items.map((item) => ({ ...item, code: formatCode(item.code) })),
      unreadable,
      ...(next !== undefined && { next }),
    });
  });
