import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import type { Officer } from '../../core/use-cases/change-sealed-file.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { idempotencyKey } from '../middleware/idempotency-key.js';
import { parseInput } from '../middleware/input.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { requireOfficer } from '../middleware/sealed-officer.js';
import { MAX_BODY_BYTES } from '../submit-denunciation/schema.js';
import { takeInDenunciation, type TakeInDenunciationDeps } from '../submit-denunciation/take-in.js';
import { DenunciationEntrySchema } from './schema.js';

/** The body that an officer acts for. @throws ForbiddenError without any body, NotFoundError for one that is not theirs. */
const deskOf = ({ bodies }: Officer, wanted = bodies[0]): string => {
  if (wanted === undefined) throw new ForbiddenError();
  if (!bodies.includes(wanted)) throw new NotFoundError();
  return wanted;
};

/**
 * Enters what was handed in on paper or by word of mouth. It is locked as what a denouncer sends, goes to whoever is
 * competent, and cannot be opened again from here.
 */
export const createHandler = (deps: TakeInDenunciationDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const officer = requireOfficer(event, 'POST /api/sealed');
    const input = parseInput(DenunciationEntrySchema, jsonBody(event, MAX_BODY_BYTES));
    const { desk, channel, receivedOn, lateReason = null, ...body } = input;
    const entry = { officer, bodyId: deskOf(officer, desk), channel, receivedOn, lateReason };
    const receipt = await takeInDenunciation(deps, { body, entry }, idempotencyKey(event));
    return json(202, receipt, { 'cache-control': 'no-store' });
  });
