import type { LiveProposal } from '../../core/use-cases/view-proposal.js';
import { SIGNED_FILE } from '../words/labels.js';
import type { ProposalPageView } from './proposal-page.js';
import { deadlineView } from './view-of.js';
import type { FieldError, TypedFields } from './views.js';

/** The view of a draft that waits for the head; `fileHref` gives the path of a file by its position. */
export const proposalPageViewOf = (
  live: LiveProposal,
  ask: { fileHref: (position: number) => string; posted?: { typed: TypedFields; errors: FieldError[] } },
): ProposalPageView => {
  const { petition, draft, proposal, category } = live;
  const { task } = petition;
  return {
    now: live.now,
    code: petition.code,
    categoryLabel: category?.label ?? petition.category,
    placeName: live.placeName,
    description: live.description,
    receivedAt: petition.receivedAt,
    photos: Array.from({ length: live.photos }, (_, i) => ({ href: ask.fileHref(i), label: `Ảnh ${i + 1}` })),
    holderName: task.holder.name,
    resolveBy: deadlineView(task.resolveBy, live),
    decision: proposal.decision,
    proposedAt: proposal.at,
    declaredBy: live.declaredBy,
    text: live.text,
    ...{ ground: draft.ground, track: draft.track, body: live.body },
    ...{ documentNo: draft.documentNo, noEvidenceReason: live.noEvidenceReason },
    files: live.files.map(({ position, type, isSigned }, i) => ({
      href: ask.fileHref(position),
      label: isSigned ? SIGNED_FILE : `Tệp ${i + 1} của dự thảo`,
      isImage: type !== 'application/pdf',
    })),
    isByCode: proposal.code !== null,
    nonce: live.nonce,
    ...(ask.posted ?? { typed: {}, errors: [] }),
  };
};
