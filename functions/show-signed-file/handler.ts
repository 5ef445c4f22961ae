import { viewSignedFile, type ViewSignedFileDeps } from '../../core/use-cases/view-signed-file.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import type { Observability } from '../middleware/observability.js';
import { jsonBody } from '../middleware/request-body.js';
import { binary } from '../middleware/responses.js';
import { SignedFileBodySchema } from './schema.js';

const MAX_BODY_BYTES = 2_000;

/**
 * The signed document of an answer, for whoever has the receipt. A POST: the secret must not stand in an address. Offered
 * as a download, so that nothing in it runs on the site's origin.
 */
export const createHandler = (deps: ViewSignedFileDeps & { observability: Observability }) =>
  httpBundle(deps.observability).handler(async (event) => {
    const { secret } = parseInput(SignedFileBodySchema, jsonBody(event, MAX_BODY_BYTES));
    const code = event.pathParameters?.['code'] ?? '';
    const { petitionId, bytes } = await viewSignedFile(deps, { code, secret });
    deps.observability.logger.info('Signed file shown', { petitionId });
    const answer = binary('application/pdf', bytes);
    return {
      ...answer,
      headers: { ...answer.headers, 'content-disposition': 'attachment; filename="van-ban-da-ky.pdf"' },
    };
  });
