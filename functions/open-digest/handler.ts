import { viewDigest, type ViewDigestDeps } from '../../core/use-cases/view-digest.js';
import { renderDeadDigestPage, renderDigestPage } from '../../web/server/digest-page.js';
import { digestPageViewOf } from '../../web/server/digest-view-of.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { parseInput } from '../middleware/input.js';
import { digestIdIn } from '../middleware/link-path.js';
import type { Observability } from '../middleware/observability.js';
import { pageErrors } from '../middleware/page-errors.js';
import { html } from '../middleware/responses.js';
import { DigestQuerySchema } from './schema.js';

export type OpenDigestDeps = ViewDigestDeps & { observability: Observability };

/** What the link of a digest opens: the agency's open tasks, late ones first. Changes nothing. */
export const createHandler = (deps: OpenDigestDeps) =>
  httpBundle(deps.observability, { headers: PAGE_HEADERS, onError: pageErrors(deps.observability) }).handler(
    async (event) => {
      const linkId = digestIdIn(event);
      const { from } = parseInput(DigestQuerySchema, event.queryStringParameters ?? {});
      const list = await viewDigest(deps, linkId, from ?? null);
      deps.observability.logger.info('Digest opened', { isLive: list.kind === 'live' });
      const answer =
        list.kind === 'dead'
          ? html(410, renderDeadDigestPage(list.because))
          : html(200, renderDigestPage(digestPageViewOf(list, linkId)));
      return event.requestContext.http.method === 'HEAD' ? { ...answer, body: '' } : answer;
    },
  );
