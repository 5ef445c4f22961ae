import type { AgencyRef } from '../events.js';
import { decisionsIn, type Decision } from '../petition/transitions.js';
import type { Petition, Task } from '../petition/petition.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link, LinkStore } from '../ports/links.js';
import type { CategoryFacts } from '../ports/registers.js';
import type { ResidentFile } from '../ports/vault.js';
import { contextOf, type ChangeDeps } from './change-petition.js';
import { findLink, isLinkLive } from './decide-task.js';
import { createNonce } from './form-nonce.js';
import { NotFoundError } from '../errors.js';

export interface ViewTaskDeps extends ChangeDeps {
  links: LinkStore;
  ids: Ids;
  keyed: Keyed;
}

/** All that the official's page shows of a live task. */
export interface LiveTask {
  kind: 'live';
  petition: Petition & { task: Task };
  link: Link;
  now: string;
  category: CategoryFacts | null;
  placeName: string | null;
  resident: ResidentFile;
  /** Texts of the holders so far: notes, reasons of hops; oldest first. */
  remarks: { at: string; type: string; text: string }[];
  decisions: Decision[];
  peers: AgencyRef[];
  openQuestions: { key: string; question: string }[];
  /** Photos handed in with the petition, by position. */
  photos: number;
  extendUntilAtMost: string | null;
  nonce: string;
}

/** The link's task is closed or moved: the page says who holds it or how it ended. */
export interface DeadTask {
  kind: 'dead';
  petition: Petition;
}

const remarksOf = async (
  deps: ViewTaskDeps,
  petitionId: string,
): Promise<{ remarks: LiveTask['remarks']; photos: number }> => {
  const history = await deps.store.history(petitionId);
  const first = history[0];
  const photos = first?.type === 'PetitionSubmitted' ? first.data.files.length : 0;
  const remarks: LiveTask['remarks'] = [];
  for (const event of history.slice(1)) {
    if (!('text' in event.data) || event.data.text === null) continue;
    const { text } = await deps.vault.openTexts(petitionId, event.seq);
    if (text !== undefined) remarks.push({ at: event.at, type: event.type, text });
  }
  return { remarks, photos };
};

/** Reads what a link opens; changes nothing, so that mail scanners may follow it. @throws NotFoundError. */
export const viewTask = async (deps: ViewTaskDeps, linkId: string): Promise<LiveTask | DeadTask> => {
  const link = await findLink(deps.links, linkId);
  const petition = await deps.store.load(link.petitionId);
  if (petition === null) throw new NotFoundError();
  const { jurisdiction, timetable, now } = await contextOf(deps, petition);
  if (!isLinkLive(petition, link, now)) return { kind: 'dead', petition };
  const { task } = petition;
  const [category, resident, said, nonce, placeName] = await Promise.all([
    deps.registers.category(petition.category),
    deps.vault.openFile(petition.id),
    remarksOf(deps, petition.id),
    createNonce(deps, link.hash),
    petition.unitId === null
      ? null
      : deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
  ]);
  return {
    ...{ kind: 'live', petition, link, now, category, placeName, resident, ...said, nonce },
    decisions: decisionsIn(petition.status),
    peers: jurisdiction.peers(petition, task.holder, now),
    openQuestions: jurisdiction.openQuestions(petition, now),
    extendUntilAtMost: task.resolveBy === null ? null : (timetable.extension(task.resolveBy.at)?.at ?? null),
  };
};
