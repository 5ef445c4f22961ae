import type { AgencyRef } from '../event-parts.js';
import { inGroups } from '../in-groups.js';
import { decisionsIn, type Decision } from '../petition/transitions.js';
import type { Petition, Task } from '../petition/petition.js';
import type { Timetable } from '../petition/timetable.js';
import type { Held } from '../petition/decision-input.js';
import type { ContactAddresses, ContactPosts } from '../ports/contacts.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link } from '../ports/links.js';
import type { CategoryChoice, CategoryFacts, Registers } from '../ports/registers.js';
import type { ResidentFile } from '../ports/vault.js';
import { contextOf, type ChangeDeps } from './change-petition.js';
import { createNonce } from './form-nonce.js';
import { NotFoundError } from '../errors.js';
import { insideFactsOf, isForTask, type InsideFacts } from './inside-agency.js';
import { superiorFactsOf, type SuperiorFacts } from './superior-facts.js';
import { viewDuplicates, type SeenDuplicates, type ViewDuplicatesDeps } from './view-duplicates.js';
import type { Instant } from '../time.js';
import { findLink, stateOfLink, type LinkDeps } from './task-link.js';
import type { Suggestions } from '../petition/desk-precedent.js';
import type { DeskPrecedents } from '../ports/precedents.js';
import { suggestionsFor } from './desk-precedents.js';
import { fileRefsIn, viewSupport, type LiveSupport } from './view-support.js';
import { supportOf, type SupportTask } from '../petition/support.js';

export interface ViewTaskDeps
  extends ChangeDeps, LinkDeps, Pick<ViewDuplicatesDeps, 'sketches' | 'duplicates'> {
  contacts: ContactAddresses & ContactPosts;
  precedents: DeskPrecedents;
  ids: Ids;
  keyed: Keyed;
}

/** The resident's file as the unit may see it: never the e-mail, and nothing of the person where the category hides it. */
export interface ShownFile extends Pick<ResidentFile, 'description' | 'address' | 'point'> {
  submitter:
    | (Pick<ResidentFile['submitter'], 'kind' | 'name' | 'phone'> &
        Pick<ResidentFile, 'onBehalfOf' | 'representatives'>)
    | null;
}

/** All that the official's page shows of a live task. */
export interface LiveTask {
  kind: 'live';
  petition: Petition & { task: Task };
  link: Link;
  now: string;
  category: CategoryFacts | null;
  placeName: string | null;
  resident: ShownFile;
  /** Texts of the holders so far: notes, reasons of hops; oldest first. */
  remarks: { at: string; type: string; text: string }[];
  decisions: Decision[];
  peers: AgencyRef[];
  /** What the desk has decided of matters like this one; empty for every other holder. */
  suggestions: Suggestions;
  /** What supporters have handed in, by position behind the photos. */
  answerFiles: { thread: string; position: number; type: string }[];
  openQuestions: { key: string; question: string }[];
  /** What the matter may be classified as instead; empty where that is not open to the holder. */
  categories: CategoryChoice[];
  /** Photos handed in with the petition, by position. */
  photos: number;
  /** What concerns superiors and lateness: whom to name, whom to ask, what to promise. */
  superior: SuperiorFacts;
  /** Petitions that may say the same, and those that follow this one. */
  duplicates: SeenDuplicates;
  /** Who works on it inside the agency, and what waits for its head. */
  inside: InsideFacts;
  /** Counts the working days that the page shows. */
  timetable: Timetable;
  nonce: string;
}

/** The link no longer acts: the page says who holds the petition or how it ended, or that another link took its place. */
export interface DeadTask {
  kind: 'dead';
  because: 'moved' | 'replaced';
  petition: Petition;
  /** The support task that the link was for; absent for one of the petition's own. */
  support?: SupportTask | null;
  /** The link was a head's, for a draft that a word of the resident has made void: when that was. */
  draftVoidSince?: Instant | null;
}

/** Texts opened at once: each is an item of its own in the vault, and a task may have some fifty. */
const OPENED_AT_ONCE = 10;

const remarksOf = async (
  deps: ViewTaskDeps,
  { id: petitionId, task }: Held,
): Promise<Pick<LiveTask, 'remarks' | 'photos' | 'answerFiles'>> => {
  const history = await deps.store.history(petitionId);
  const files = fileRefsIn(history);
  const photos = files.filter(({ thread }) => thread === null).length;
  const answerFiles = files.flatMap(({ thread, file }, position) =>
    thread === null ? [] : [{ thread, position, type: file.type }],
  );
  const withText = history
    .slice(1)
    .filter((event) => 'text' in event.data && event.data.text !== null && isForTask(event, task.no));
  const remarks = await inGroups(withText, OPENED_AT_ONCE, async ({ at, type, seq }) => {
    const { text } = await deps.vault.openTexts(petitionId, seq);
    return text === undefined ? [] : [{ at, type, text }];
  });
  return { remarks: remarks.flat(), photos, answerFiles };
};

/**
 * Is the submitter kept from the unit by this category, or was by an earlier one? What was handed in under that promise
 * is not uncovered by classifying it anew. A category that no rule knows any more hides too.
 */
export const hidesSubmitter = async (
  registers: Pick<Registers, 'category'>,
  { category, reclassifications, matterOf }: Petition,
): Promise<boolean> => {
  const codes = new Set([
    category,
    ...reclassifications.map(({ from }) => from),
    ...(matterOf?.formerly ?? []),
  ]);
  const facts = await Promise.all([...codes].map((code) => registers.category(code)));
  return facts.some((each) => each?.hidesSubmitter !== false);
};

export const shownFile = (
  {
    submitter: { kind, name, phone },
    onBehalfOf,
    representatives,
    description,
    address,
    point,
  }: ResidentFile,
  isHidden: boolean,
): ShownFile => ({
  ...{ description, address, point },
  submitter: isHidden ? null : { kind, name, phone, onBehalfOf, representatives },
});

const deadSupport = (petition: Petition, { thread }: Link): Pick<DeadTask, 'support'> =>
  thread === undefined ? {} : { support: supportOf(petition, thread) ?? null };

/** Whoever has a digest's link can name any petition behind it; those that its agency never had are not told apart. */
const mayName = ({ until, agencyId }: Link, { hops }: Petition): boolean =>
  until === undefined || hops.some(({ to }) => to === agencyId);

/** Reads what a link opens; changes nothing, so that mail scanners may follow it. @throws NotFoundError. */
export const viewTask = async (
  deps: ViewTaskDeps,
  linkId: string,
): Promise<LiveTask | LiveSupport | DeadTask> => {
  const link = await findLink(deps.links, linkId);
  const petition = await deps.store.load(link.petitionId);
  if (petition === null || !mayName(link, petition)) throw new NotFoundError();
  const context = await contextOf(deps, petition);
  const { jurisdiction, timetable, now } = context;
  const state = await stateOfLink(deps, link, context);
  if (state.kind === 'dead') return { ...state, petition, ...deadSupport(petition, link) };
  if (state.kind === 'support') return viewSupport(deps, { ...state, link, context });
  if (link.requestSeq !== undefined) return { kind: 'dead', because: 'moved', petition };
  const { task } = state.petition;
  const decisions = decisionsIn(petition.status);
  const [category, categories, isHidden, file, said, inside, nonce, placeName, duplicates] =
    await Promise.all([
      deps.registers.category(petition.category),
      decisions.includes('reclassify') || decisions.includes('split') ? deps.registers.categories() : [],
      hidesSubmitter(deps.registers, petition),
      deps.vault.openFile(petition.id),
      remarksOf(deps, state.petition),
      insideFactsOf(deps, state.petition, link),
      createNonce(deps, link.hash),
      petition.unitId === null
        ? null
        : deps.registers.placeName(petition.provinceId, petition.unitId, petition.receivedAt),
      viewDuplicates(deps, state.petition),
    ]);
  return {
    ...{ kind: 'live', petition: state.petition, link, now, category, placeName, ...said, nonce, timetable },
    resident: shownFile(file, isHidden),
    ...{ decisions, categories, inside },
    suggestions: await suggestionsFor(deps, context, { ...file, categories }),
    peers: jurisdiction.peers(petition, task.holder, now),
    openQuestions: jurisdiction.openQuestions(petition, now),
    superior: superiorFactsOf(state.petition, context),
    duplicates,
  };
};
