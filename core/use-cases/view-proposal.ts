import { NotFoundError } from '../errors.js';
import type { EventData, PetitionEvent } from '../events.js';
import type { FileRef } from '../event-parts.js';
import type { AnswerProposal } from '../petition/approval.js';
import type { Held } from '../petition/decision-input.js';
import type { Timetable } from '../petition/timetable.js';
import type { Link } from '../ports/links.js';
import type { CategoryFacts } from '../ports/registers.js';
import { draftIn } from './answer-proposal.js';
import { contextOf } from './change-petition.js';
import { createNonce } from './form-nonce.js';
import { stateOfLink } from './task-link.js';
import { fileRefsIn } from './view-support.js';
import type { ViewTaskDeps } from './view-task.js';

/** All that the head's page shows of a draft. */
export interface LiveProposal {
  kind: 'proposal';
  petition: Held;
  proposal: AnswerProposal;
  draft: EventData<'AnswerProposed'>;
  /** What the resident would read. */
  text: string;
  /** Name and position of the official, as declared. */
  declaredBy: string;
  noEvidenceReason: string | null;
  body: string | null;
  /** Photos of the petition, and files of the draft, by the positions under which the link opens them. */
  photos: number;
  files: { position: number; type: FileRef['type']; isSigned: boolean }[];
  now: string;
  category: CategoryFacts | null;
  placeName: string | null;
  description: string;
  timetable: Timetable;
  nonce: string;
}

const filesOf = ({ evidence, signedFile }: EventData<'AnswerProposed'>): FileRef[] =>
  signedFile === null ? evidence : [...evidence, signedFile];

/** The files of the draft that waits for the head: behind all others, for those inside the agency only. */
export const draftFilesIn = (history: readonly PetitionEvent[], { task }: Held): FileRef[] =>
  task.proposal === null ? [] : filesOf(draftIn(history, task.proposal.seq).data);

const draftOf = async (deps: ViewTaskDeps, petition: Held, { seq }: AnswerProposal) => {
  const [history, texts] = await Promise.all([
    deps.store.history(petition.id),
    deps.vault.openTexts(petition.id, seq),
  ]);
  const { data: draft } = draftIn(history, seq);
  const others = fileRefsIn(history);
  return {
    draft,
    text: texts['text'] ?? '',
    declaredBy: texts['declaredBy'] ?? '',
    noEvidenceReason: texts['noEvidenceReason'] ?? null,
    body: texts['body'] ?? null,
    photos: others.filter(({ thread }) => thread === null).length,
    files: filesOf(draft).map(({ type }, i) => ({
      ...{ position: others.length + i, type },
      isSigned: i >= draft.evidence.length,
    })),
  };
};

/**
 * What the link of a head opens while its draft is open; changes nothing. Null for every other link, and when the draft
 * is over.
 * @throws NotFoundError.
 */
export const viewProposal = async (deps: ViewTaskDeps, link: Link): Promise<LiveProposal | null> => {
  const petition = await deps.store.load(link.petitionId);
  if (petition === null) throw new NotFoundError();
  const context = await contextOf(deps, petition);
  const state = await stateOfLink(deps, link, context);
  if (state.kind !== 'live') return null;
  const { proposal } = state.petition.task;
  if (proposal === null || proposal.seq !== link.requestSeq) return null;
  const [category, file, draft, nonce, placeName] = await Promise.all([
    deps.registers.category(petition.category),
    deps.vault.openFile(petition.id),
    draftOf(deps, state.petition, proposal),
    createNonce(deps, link.hash),
    petition.unitId === null
      ? null
      : deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
  ]);
  return {
    ...{ kind: 'proposal', petition: state.petition, proposal, now: context.now, category, placeName, nonce },
    ...draft,
    description: file.description,
    timetable: context.timetable,
  };
};
