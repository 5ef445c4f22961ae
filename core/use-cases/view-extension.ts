import { NotFoundError } from '../errors.js';
import { voidSince } from '../petition/approval.js';
import { openRequest } from '../petition/extension-request.js';
import type { ExtensionRequest, Petition, Task } from '../petition/petition.js';
import type { Timetable } from '../petition/timetable.js';
import type { CategoryFacts } from '../ports/registers.js';
import { contextOf } from './change-petition.js';
import { createNonce } from './form-nonce.js';
import { findLink, stateOfLink } from './task-link.js';
import type { DeadTask, ViewTaskDeps } from './view-task.js';

/** All that the superior's page shows of an open request. */
export interface LiveRequest {
  kind: 'request';
  petition: Petition & { task: Task };
  request: ExtensionRequest;
  now: string;
  category: CategoryFacts | null;
  placeName: string | null;
  /** Why the holder asks. */
  reason: string;
  description: string;
  timetable: Timetable;
  nonce: string;
}

/**
 * What the link of a superior opens while its request is open; changes nothing. Null for the link of a holder.
 * @throws NotFoundError.
 */
export const viewExtension = async (
  deps: ViewTaskDeps,
  linkId: string,
): Promise<LiveRequest | DeadTask | null> => {
  const link = await findLink(deps.links, linkId);
  if (link.requestSeq === undefined) return null;
  const petition = await deps.store.load(link.petitionId);
  if (petition === null) throw new NotFoundError();
  const context = await contextOf(deps, petition);
  const state = await stateOfLink(deps, link, context);
  const over = { petition, draftVoidSince: voidSince(petition, link.requestSeq) };
  if (state.kind === 'dead') return { ...state, ...over };
  if (state.kind === 'support') return { kind: 'dead', because: 'moved', petition };
  const request = openRequest(petition, context.now);
  if (request === null) return { kind: 'dead', because: 'moved', ...over };
  const [category, file, texts, nonce, placeName] = await Promise.all([
    deps.registers.category(petition.category),
    deps.vault.openFile(petition.id),
    deps.vault.openTexts(petition.id, request.seq),
    createNonce(deps, link.hash),
    petition.unitId === null
      ? null
      : deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
  ]);
  return {
    ...{ kind: 'request', petition: state.petition, request, now: context.now, category, placeName, nonce },
    reason: texts['text'] ?? '',
    description: file.description,
    timetable: context.timetable,
  };
};
