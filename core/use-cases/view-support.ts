import type { AgencyRef, FileRef } from '../event-parts.js';
import type { PetitionEvent } from '../events.js';
import { inGroups } from '../in-groups.js';
import type { Petition } from '../petition/petition.js';
import { supportState, type SupportExtension, type SupportTask } from '../petition/support.js';
import { openExtension } from '../petition/support-extension.js';
import { transferCandidates } from '../petition/support-transfer.js';
import { supportDecisionsIn, type SupportDecision } from '../petition/support-transitions.js';
import type { Timetable } from '../petition/timetable.js';
import type { Link } from '../ports/links.js';
import type { CategoryFacts } from '../ports/registers.js';
import type { ChangeContext } from './change-petition.js';
import { createNonce } from './form-nonce.js';
import { hidesSubmitter, shownFile, type ShownFile, type ViewTaskDeps } from './view-task.js';

/** All that the page of a supporting agency shows: what it is asked, and what it needs to know of the matter for that. */
export interface LiveSupport {
  kind: 'support';
  petition: Petition;
  support: SupportTask;
  link: Link;
  now: string;
  category: CategoryFacts | null;
  placeName: string | null;
  resident: ShownFile;
  /** What the lead asks. */
  request: string | null;
  /** Texts of this support task so far; oldest first. */
  remarks: { at: string; type: string; text: string }[];
  decisions: SupportDecision[];
  /** Whom the agency may name in its place; empty where it may not. */
  transferCandidates: AgencyRef[];
  /** The request for more time that waits for the lead. */
  extension: SupportExtension | null;
  photos: number;
  timetable: Timetable;
  nonce: string;
}

/** Every file that the page of the lead may open, in a fixed order: the resident's photos, then what supporters handed in. */
export const fileRefsIn = (history: readonly PetitionEvent[]): { thread: string | null; file: FileRef }[] =>
  history.flatMap<{ thread: string | null; file: FileRef }>((event) => {
    if (event.type === 'PetitionSubmitted') return event.data.files.map((file) => ({ thread: null, file }));
    if (event.type !== 'SupportAnswered') return [];
    return event.data.evidence.map((file) => ({ thread: event.data.thread, file }));
  });

/** Texts opened at once: each is an item of its own in the vault. */
const OPENED_AT_ONCE = 10;

const isOf = ({ thread, seq }: SupportTask, event: PetitionEvent): boolean =>
  event.seq !== seq && 'thread' in event.data && event.data.thread === thread && 'text' in event.data;

const saidOf = async (
  deps: ViewTaskDeps,
  petitionId: string,
  support: SupportTask,
): Promise<Pick<LiveSupport, 'request' | 'remarks' | 'photos'>> => {
  const history = await deps.store.history(petitionId);
  const own = history.filter((event) => isOf(support, event));
  const remarks = await inGroups(own, OPENED_AT_ONCE, async ({ at, type, seq }) => {
    const { text } = await deps.vault.openTexts(petitionId, seq);
    return text === undefined ? [] : [{ at, type, text }];
  });
  return {
    request: (await deps.vault.openTexts(petitionId, support.seq))['text'] ?? null,
    remarks: remarks.flat(),
    photos: fileRefsIn(history).filter(({ thread }) => thread === null).length,
  };
};

/** The page of an open support task. The lead's notes, and what other supporters say, are not its business. */
export const viewSupport = async (
  deps: ViewTaskDeps,
  of: { petition: Petition; support: SupportTask; link: Link; context: ChangeContext },
): Promise<LiveSupport> => {
  const { petition, support, link } = of;
  const { timetable, now } = of.context;
  const [category, isHidden, file, said, nonce, placeName] = await Promise.all([
    deps.registers.category(petition.category),
    hidesSubmitter(deps.registers, petition),
    deps.vault.openFile(petition.id),
    saidOf(deps, petition.id, support),
    createNonce(deps, link.hash),
    petition.unitId === null
      ? null
      : deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
  ]);
  return {
    ...{ kind: 'support', petition, support, link, now, category, placeName, ...said, nonce, timetable },
    resident: shownFile(file, isHidden),
    transferCandidates: transferCandidates(petition, support, of.context),
    extension: openExtension(support, now),
    decisions: supportDecisionsIn(supportState(support)),
  };
};
