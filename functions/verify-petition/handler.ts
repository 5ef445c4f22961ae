import { verifyPetition } from '../../core/audit/verify-petition.js';
import { NotFoundError } from '../../core/errors.js';
import type { StoredPetitions } from '../../core/ports/stored-petitions.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';

export interface VerifyPetitionDeps {
  observability: Observability;
  petitions: StoredPetitions;
}

/** Says of one petition exactly what is wrong with its history and its record. Names of fields, never values. */
export const createHandler = (deps: VerifyPetitionDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/audit/petitions/{id}/verification');
    const petitionId = petitionIdIn(event, 'id');
    const stored = await deps.petitions.stored(petitionId);
    if (stored.events.length === 0 && stored.record === undefined) throw new NotFoundError();
    const findings = verifyPetition(petitionId, stored);
    const events = stored.events.length;
    const result = { userId: user.id, petitionId, events, findings: findings.length };
    if (findings.length === 0) deps.observability.logger.info('Petition verified', result);
    else deps.observability.logger.error('Petition is not what was sealed', result);
    return json(200, { petitionId, events, isSound: findings.length === 0, findings });
  });
