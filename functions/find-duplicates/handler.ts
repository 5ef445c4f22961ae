import { formatCode } from '../../core/codes/petition-code.js';
import { findCandidatesByCode, type CandidateDeps } from '../../core/use-cases/find-candidates.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import type { DuplicatesAnswer } from './schema.js';

export type FindDuplicatesDeps = CandidateDeps & { observability: Observability };

/** What may have been handed in before, for the desk: codes, categories and days; texts are compared unread. */
export const createHandler = (deps: FindDuplicatesDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/operator/petitions/{code}/duplicates');
    const found = await findCandidatesByCode(deps, event.pathParameters?.['code'] ?? '');
    deps.observability.logger.info('Duplicates looked for', { userId: user.id, found: found.length });
    const answer: DuplicatesAnswer = {
      items: found.map(({ code, ...candidate }) => ({ code: formatCode(code), ...candidate })),
    };
    return json(200, answer);
  });
