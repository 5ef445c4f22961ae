import { NotFoundError } from '../../core/errors.js';
import type { PetitionStore } from '../../core/ports/petition-store.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';

export interface ShowHistoryDeps {
  observability: Observability;
  store: Pick<PetitionStore, 'history'>;
}

/** The sealed events of a petition, untouched, so that their hashes can be recomputed from the answer. */
export const createHandler = (deps: ShowHistoryDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/petitions/{id}/history');
    const petitionId = petitionIdIn(event, 'id');
    const events = await deps.store.history(petitionId);
    if (events.length === 0) throw new NotFoundError();
    deps.observability.logger.info('History shown', { userId: user.id, petitionId, events: events.length });
    return json(200, { events });
  });
