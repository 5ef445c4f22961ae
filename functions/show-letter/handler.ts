import { NotFoundError } from '../../core/errors.js';
import { viewLetter, type ViewLetterDeps } from '../../core/use-cases/view-letter.js';
import { residentLetter } from '../../web/letters/resident-letter.js';
import { httpBundle } from '../middleware/http-bundle.js';
import type { Observability } from '../middleware/observability.js';
import { petitionIdIn } from '../middleware/petition-path.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { NoticeIdSchema } from '../record-delivery/schema.js';

export type ShowLetterDeps = ViewLetterDeps & { observability: Observability };

/** A notice of the worklist as a letter to print and hand over: names the resident, so the reading is on record. */
export const createHandler = (deps: ShowLetterDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'GET /api/operator/notices/{petitionId}/{id}/letter');
    const petitionId = petitionIdIn(event, 'petitionId');
    const id = NoticeIdSchema.safeParse(event.pathParameters?.['id']);
    if (!id.success) throw new NotFoundError();
    const letter = residentLetter(await viewLetter(deps, { petitionId, id: id.data }));
    deps.observability.logger.info('Letter shown', { userId: user.id, petitionId, noticeId: id.data });
    return json(200, letter);
  });
