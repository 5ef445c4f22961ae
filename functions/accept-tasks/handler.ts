import { ValidationError } from '../../core/errors.js';
import { acceptTasks, type AcceptTasksDeps as UseCaseDeps } from '../../core/use-cases/accept-tasks.js';
import { findDigestLink } from '../../core/use-cases/digest-link-state.js';
import { renderAcceptedPage, renderUnacceptedPage } from '../../web/server/accepted-page.js';
import { renderDeadDigestPage } from '../../web/server/digest-page.js';
import { acceptedPageViewOf } from '../../web/server/digest-view-of.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { refuseForeignOrigin } from '../middleware/foreign-origin.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { digestIdIn } from '../middleware/link-path.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { pageErrors } from '../middleware/page-errors.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { readForm } from './read-form.js';

export type AcceptTasksDeps = UseCaseDeps & { observability: Observability; publicOrigin: string };

const accept = async (
  deps: AcceptTasksDeps,
  linkId: string,
  form: ReturnType<typeof readForm>,
): Promise<HttpResult> => {
  if (form.tasks.length === 0) return html(422, renderUnacceptedPage({ linkId, because: 'none-chosen' }));
  const result = await acceptTasks(deps, linkId, form);
  if (result.kind === 'dead') return html(410, renderDeadDigestPage(result.because));
  const { logger } = deps.observability;
  for (const { task, outcome } of result.tasks) {
    if (outcome === 'accepted') count(deps.observability, METRIC.decisionRecorded);
    logger.info('Task accepted by list', { petitionId: task.petitionId, outcome });
  }
  return html(
    200,
    renderAcceptedPage(await acceptedPageViewOf(result.tasks, { linkId, registers: deps.registers })),
  );
};

/** Accepts the tasks that are ticked in the list of a digest; the same form again gives the same answer. */
export const createHandler = (deps: AcceptTasksDeps) =>
  httpBundle(deps.observability, { headers: PAGE_HEADERS, onError: pageErrors(deps.observability) }).handler(
    async (event) => {
      refuseForeignOrigin(event, deps.publicOrigin);
      const linkId = digestIdIn(event);
      await findDigestLink(deps.links, linkId);
      try {
        return await accept(deps, linkId, readForm(event));
      } catch (error) {
        if (!(error instanceof ValidationError)) throw error;
        return html(422, renderUnacceptedPage({ linkId, because: 'not-ours' }));
      }
    },
  );
