import { inGroups } from '../in-groups.js';
import type { Petition, Task } from '../petition/petition.js';
import type { Timetable } from '../petition/timetable.js';
import { isTenured } from '../petition/tenure.js';
import { isHeld } from '../petition/transitions.js';
import type { ListedPetition, PetitionList } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { DigestLink } from '../ports/links.js';
import type { PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import { findDigestLink, stateOfDigestLink } from './digest-link-state.js';
import { lateFirst } from './digest-facts.js';
import { createNonce } from './form-nonce.js';
import type { LinkDeps } from './task-link.js';

export interface ViewDigestDeps extends LinkDeps {
  clock: Clock;
  list: PetitionList;
  store: Pick<PetitionStore, 'load'>;
  registers: Registers;
  ids: Ids;
  keyed: Keyed;
}

/** Rows of a page: each is a read of its own, and a commit of its own when all of them are accepted. */
export const DIGEST_PAGE = 25;
const READ_AT_ONCE = 10;

/** An open task of the agency. */
export interface DigestTask {
  petition: Petition & { task: Task };
  categoryLabel: string;
  placeName: string | null;
  /** What was promised to the resident is past. */
  isLate: boolean;
  timetable: Timetable;
}

export type DigestList =
  | {
      kind: 'live';
      link: DigestLink;
      now: string;
      tasks: DigestTask[];
      /** Where the list goes on; null at its end. */
      next: string | null;
      isFirstPage: boolean;
      nonce: string;
    }
  | { kind: 'dead'; because: 'expired' | 'replaced'; link: DigestLink };

/** The task as it is now; none once it is settled, or with another agency. */
const taskOf = async (
  { store, registers, clock }: ViewDigestDeps,
  agencyId: string,
  { id, late }: ListedPetition,
): Promise<DigestTask[]> => {
  const petition = await store.load(id);
  if (petition === null || !isHeld(petition.status) || petition.task?.holder.id !== agencyId) return [];
  const { provinceId, unitId, receivedAt, task } = petition;
  const [jurisdiction, timetable, category, placeName] = await Promise.all([
    registers.jurisdiction(provinceId),
    registers.timetable(petition),
    registers.category(petition.category),
    unitId === null ? null : registers.placeName(provinceId, unitId, receivedAt),
  ]);
  if (!isTenured(petition, { jurisdiction, now: clock.now() })) return [];
  const categoryLabel = category?.label ?? petition.category;
  return [{ petition: { ...petition, task }, categoryLabel, placeName, isLate: late, timetable }];
};

/**
 * What the link of a digest opens: all that the agency holds, late ones first, page by page. Changes nothing, so that
 * mail scanners may follow it. The list is an index read; each task is read consistently.
 * @throws NotFoundError; ValidationError for a cursor that is not of this list.
 */
export const viewDigest = async (
  deps: ViewDigestDeps,
  linkId: string,
  cursor: string | null = null,
): Promise<DigestList> => {
  const link = await findDigestLink(deps.links, linkId);
  const now = deps.clock.now();
  const state = await stateOfDigestLink(deps, link, now);
  if (state !== 'live') return { kind: 'dead', because: state, link };
  const { agencyId } = link;
  const { items, next } = await deps.list.list(
    { by: { kind: 'holder', agencyId }, where: { isHeld: true } },
    { now, limit: DIGEST_PAGE, ...(cursor !== null && { cursor }) },
  );
  const tasks = await inGroups(lateFirst(items), READ_AT_ONCE, (item) => taskOf(deps, agencyId, item));
  const nonce = await createNonce(deps, link.hash);
  return {
    ...{ kind: 'live', link, now, tasks: tasks.flat(), nonce },
    ...{ next: next ?? null, isFirstPage: cursor === null },
  };
};
