import { httpBundle } from '../middleware/http-bundle.js';
import { idempotencyKey } from '../middleware/idempotency-key.js';
import { parseInput } from '../middleware/input.js';
import { jsonBody } from '../middleware/request-body.js';
import { json } from '../middleware/responses.js';
import { DenunciationBodySchema, MAX_BODY_BYTES } from './schema.js';
import { takeInDenunciation, type TakeInDenunciationDeps } from './take-in.js';

/** Takes in a denunciation where the province takes any; elsewhere it says where to go and keeps nothing. */
export const createHandler = (deps: TakeInDenunciationDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const body = parseInput(DenunciationBodySchema, jsonBody(event, MAX_BODY_BYTES));
    return json(202, await takeInDenunciation(deps, { body, entry: null }, idempotencyKey(event)));
  });
