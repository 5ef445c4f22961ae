import { NotFoundError } from '../../core/errors.js';
import type { FileStore } from '../../core/ports/files.js';
import { viewExtension } from '../../core/use-cases/view-extension.js';
import { findLink } from '../../core/use-cases/task-link.js';
import { viewProposal } from '../../core/use-cases/view-proposal.js';
import { viewTask, type ViewTaskDeps } from '../../core/use-cases/view-task.js';
import { renderProposalPage } from '../../web/server/proposal-page.js';
import { proposalPageViewOf } from '../../web/server/proposal-view-of.js';
import { renderExtensionPage } from '../../web/server/extension-page.js';
import { extensionPageViewOf } from '../../web/server/extension-view-of.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { movedPageViewOf } from '../../web/server/view-of.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { linkIdIn, photoPath } from '../middleware/link-path.js';
import type { Observability } from '../middleware/observability.js';
import { pageErrors } from '../middleware/page-errors.js';
import { binary, html, type HttpResult } from '../middleware/responses.js';
import { API_HEADERS } from '../middleware/security-headers.js';
import { pageOf } from '../middleware/task-pages.js';
import { PhotoIndexSchema } from './schema.js';
import { viewPhoto } from './view-photo.js';

export type OpenLinkDeps = ViewTaskDeps & { files: FileStore; observability: Observability };

const page = async (deps: OpenLinkDeps, linkId: string): Promise<HttpResult> => {
  const link = await findLink(deps.links, linkId);
  const draft = link.requestSeq === undefined ? null : await viewProposal(deps, link);
  if (draft !== null) {
    deps.observability.logger.info('Draft opened', { petitionId: draft.petition.id });
    const fileHref = (position: number) => photoPath(linkId, position);
    return html(200, renderProposalPage(proposalPageViewOf(draft, { fileHref })));
  }
  const asked = link.requestSeq === undefined ? null : await viewExtension(deps, linkId);
  if (asked?.kind === 'request') {
    deps.observability.logger.info('Request opened', { petitionId: asked.petition.id });
    return html(200, renderExtensionPage(extensionPageViewOf(asked)));
  }
  const task = asked ?? (await viewTask(deps, linkId));
  deps.observability.logger.info('Link opened', {
    petitionId: task.petition.id,
    isLive: task.kind !== 'dead',
  });
  if (task.kind === 'dead') return html(410, renderMovedPage(movedPageViewOf(task)));
  return html(200, pageOf(task, { linkId }));
};

const photo = async (deps: OpenLinkDeps, linkId: string, position: string): Promise<HttpResult> => {
  const index = PhotoIndexSchema.safeParse(position);
  if (!index.success) throw new NotFoundError();
  const { type, bytes } = await viewPhoto(deps, linkId, index.data);
  const answer = binary(type, bytes);
  return { ...answer, headers: { ...API_HEADERS, ...answer.headers, 'content-disposition': 'inline' } };
};

/** What a mailed link opens: the task's page, a photo of it, or who holds the petition now. Changes nothing. */
export const createHandler = (deps: OpenLinkDeps) =>
  httpBundle(deps.observability, { headers: PAGE_HEADERS, onError: pageErrors(deps.observability) }).handler(
    async (event) => {
      const linkId = linkIdIn(event);
      const position = event.pathParameters?.['n'];
      if (position !== undefined) return photo(deps, linkId, position);
      const answer = await page(deps, linkId);
      return event.requestContext.http.method === 'HEAD' ? { ...answer, body: '' } : answer;
    },
  );
