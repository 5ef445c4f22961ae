import { formatCode } from '../../core/codes/petition-code.js';
import type { PetitionList } from '../../core/ports/audit.js';
import type { Clock } from '../../core/ports/clock.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { readQuery } from './query.js';

export interface ListPetitionsDeps {
  observability: Observability;
  clock: Clock;
  list: PetitionList;
}

/** One page of the auditors' list. Nothing about persons. */
export const createHandler = (deps: ListPetitionsDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/petitions');
    const { query, page } = readQuery(event.queryStringParameters ?? {});
    const { items, next } = await deps.list.list(query, { now: deps.clock.now(), ...page });
    deps.observability.logger.info('Petitions listed', {
      userId: user.id,
      by: query.by.kind,
      items: items.length,
    });
    return json(200, {
      items: items.map((item) => ({ ...item, code: formatCode(item.code) })),
      ...(next !== undefined && { next }),
    });
  });
