import type { LiveRequest } from '../../core/use-cases/view-extension.js';
import type { ExtensionPageView } from './extension-page.js';
import { deadlineView } from './view-of.js';
import type { FieldError, TypedFields } from './views.js';

/** The view of an open request; `posted` what a refused form held. */
export const extensionPageViewOf = (
  live: LiveRequest,
  posted: { typed: TypedFields; errors: FieldError[] } = { typed: {}, errors: [] },
): ExtensionPageView => {
  const { petition, request, category } = live;
  const { task } = petition;
  return {
    now: live.now,
    code: petition.code,
    categoryLabel: category?.label ?? petition.category,
    placeName: live.placeName,
    description: live.description,
    receivedAt: petition.receivedAt,
    holderName: task.holder.name,
    superiorName: request.superior.name,
    askedAt: request.at,
    reason: live.reason,
    resolveBy: deadlineView(task.resolveBy, live),
    until: request.until.at,
    hops: petition.hops.map(({ at, kind, toName }) => ({ at, kind, toName })),
    nonce: live.nonce,
    ...posted,
  };
};
