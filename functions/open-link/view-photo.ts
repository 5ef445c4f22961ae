import { NotFoundError } from '../../core/errors.js';
import type { FileRef } from '../../core/event-parts.js';
import type { PetitionEvent } from '../../core/events.js';
import type { FileStore } from '../../core/ports/files.js';
import type { Link } from '../../core/ports/links.js';
import { contextOf } from '../../core/use-cases/change-petition.js';
import { findLink, stateOfLink, type LinkState } from '../../core/use-cases/task-link.js';
import { draftFilesIn } from '../../core/use-cases/view-proposal.js';
import { fileRefsIn } from '../../core/use-cases/view-support.js';
import type { ViewTaskDeps } from '../../core/use-cases/view-task.js';

/** A draft stays inside the agency: a superior who is asked for more time does not see it. */
const draftFilesFor = (
  state: LinkState,
  { requestSeq }: Link,
  history: readonly PetitionEvent[],
): { thread: null; file: FileRef }[] => {
  if (state.kind !== 'live') return [];
  const { petition } = state;
  const isInside = requestSeq === undefined || requestSeq === petition.task.proposal?.seq;
  return isInside ? draftFilesIn(history, petition).map((file) => ({ thread: null, file })) : [];
};

/**
 * A photo handed in with the petition of a link, by position from 0, or behind them a file of a supporter's answer, while
 * the link lives.
 * @throws NotFoundError: an unknown link, a dead one and a photo that is not there are not told apart.
 */
export const viewPhoto = async (
  deps: ViewTaskDeps & { files: FileStore },
  linkId: string,
  index: number,
): Promise<{ type: FileRef['type']; bytes: Uint8Array }> => {
  const link = await findLink(deps.links, linkId);
  const petition = await deps.store.load(link.petitionId);
  if (petition === null) throw new NotFoundError();
  const state = await stateOfLink(deps, link, await contextOf(deps, petition));
  if (state.kind === 'dead') throw new NotFoundError();
  const history = await deps.store.history(petition.id);
  const shown = [...fileRefsIn(history), ...draftFilesFor(state, link, history)][index];
  // What supporters have handed in is for the lead.
  if (shown === undefined || (state.kind === 'support' && shown.thread !== null)) throw new NotFoundError();
  const { file } = shown;
  return { type: file.type, bytes: await deps.files.get(file.key) };
};
