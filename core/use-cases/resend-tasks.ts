import { toHolderOf } from '../petition/inside-agency-notices.js';
import { noticeId, type Notice } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import { supportOf } from '../petition/support.js';
import { isHeld } from '../petition/transitions.js';
import type { PetitionList } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { NoticeStore } from '../ports/notices.js';
import type { SupportIndex, SupportRef } from '../ports/support-index.js';
import type { PetitionStore } from '../ports/petition-store.js';

export interface ResendDeps {
  clock: Pick<Clock, 'now'>;
  list: PetitionList;
  supports: SupportIndex;
  store: Pick<PetitionStore, 'load'>;
  notices: Pick<NoticeStore, 'add'>;
}

const PAGE = 100;
/** Numbers of the notices that events promise themselves end far below. */
const FIRST_NO = 100;
const LAST_NO = 999;

/** What is mailed again: every open task of an agency, or only those assigned to some of its contacts. */
interface Wanted {
  agencyId: string;
  assignedTo?: readonly string[] | undefined;
}

const isWanted = ({ status, task }: Petition, { agencyId, assignedTo }: Wanted): boolean =>
  isHeld(status) &&
  task?.holder.id === agencyId &&
  (assignedTo === undefined || (task.assignedTo !== null && assignedTo.includes(task.assignedTo)));

type Promised = Pick<Notice, 'kind' | 'to' | 'taskNo' | 'thread'>;

/** Promises a mail under the first number that is free. */
const promiseAgain = async (
  { notices }: ResendDeps,
  { id: petitionId, provinceId, head }: Petition,
  promised: Promised,
): Promise<boolean> => {
  // Somebody at a keyboard asks for it: it leaves at once.
  const promise = { ...promised, petitionId, provinceId, seq: head.seq, sendAfter: head.at };
  for (let no = FIRST_NO; no <= LAST_NO; no++) {
    if (await notices.add({ ...promise, id: noticeId(head.seq, no) })) return true;
  }
  return false;
};

/** Promises the mail of a petition's open task once more; false when it is not, or not any more, one of those. */
const resendTask = async (deps: ResendDeps, petitionId: string, wanted: Wanted): Promise<boolean> => {
  const petition = await deps.store.load(petitionId);
  if (petition === null || !isWanted(petition, wanted)) return false;
  const { task } = petition;
  if (task === null) return false;
  const kind = task.assignedTo === null ? 'assignment' : 'assigned-to-you';
  return promiseAgain(deps, petition, { kind, to: toHolderOf(task), taskNo: task.no });
};

/** The same for a support task; nobody is assigned to it inside the agency. */
const resendSupport = async (
  deps: ResendDeps,
  { petitionId, thread }: SupportRef,
  agencyId: string,
): Promise<boolean> => {
  const petition = await deps.store.load(petitionId);
  const support = petition === null ? undefined : supportOf(petition, thread);
  if (petition === null || support?.ended !== null || support.holder.id !== agencyId) return false;
  const to = { kind: 'agency', agencyId, role: 'main' } as const;
  return promiseAgain(deps, petition, { kind: 'support-requested', to, taskNo: support.no, thread });
};

/**
 * Mails every open task of an agency again, its own and those in which it supports another one, with a link that acts now: after its contact was replaced, or after the
 * links of all were made void. Whoever calls it twice sends twice. Index read: a task that moved a moment ago is mailed
 * by its own event. `assignedTo` leaves out what was not assigned to one of these contacts. Returns how many were promised.
 */
export const resendTasks = async (
  deps: ResendDeps,
  agencyId: string,
  assignedTo?: readonly string[],
): Promise<number> => {
  let promised = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.list.list(
      { by: { kind: 'holder', agencyId }, where: {} },
      { now: deps.clock.now(), limit: PAGE, ...(cursor !== undefined && { cursor }) },
    );
    for (const { id } of page.items) if (await resendTask(deps, id, { agencyId, assignedTo })) promised += 1;
    cursor = page.next;
  } while (cursor !== undefined);
  if (assignedTo !== undefined) return promised;
  for (const ref of await deps.supports.openSupports(agencyId))
    if (await resendSupport(deps, ref, agencyId)) promised += 1;
  return promised;
};
