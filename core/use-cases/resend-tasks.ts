import { noticeId } from '../petition/notices.js';
import { isHeld } from '../petition/transitions.js';
import type { PetitionList } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { NoticeStore } from '../ports/notices.js';
import type { PetitionStore } from '../ports/petition-store.js';

export interface ResendDeps {
  clock: Pick<Clock, 'now'>;
  list: PetitionList;
  store: Pick<PetitionStore, 'load'>;
  notices: Pick<NoticeStore, 'add'>;
}

const PAGE = 100;
/** Numbers of the notices that events promise themselves end far below. */
const FIRST_NO = 100;
const LAST_NO = 999;

/** Promises the mail of a petition's open task once more; false when the agency does not hold it any more. */
const resendTask = async (deps: ResendDeps, petitionId: string, agencyId: string): Promise<boolean> => {
  const petition = await deps.store.load(petitionId);
  if (petition === null || !isHeld(petition.status) || petition.task?.holder.id !== agencyId) return false;
  const { head, task, provinceId } = petition;
  const promise = {
    ...{ petitionId, provinceId, taskNo: task.no, seq: head.seq, kind: 'assignment' as const },
    to: { kind: 'agency' as const, agencyId, role: 'main' as const },
    // Somebody at a keyboard asks for it: it leaves at once.
    sendAfter: head.at,
  };
  for (let no = FIRST_NO; no <= LAST_NO; no++) {
    if (await deps.notices.add({ ...promise, id: noticeId(head.seq, no) })) return true;
  }
  return false;
};

/**
 * Mails every open task of an agency again, with a link that acts now: after its contact was replaced, or after the
 * links of all were made void. Whoever calls it twice sends twice. Index read: a task that moved a moment ago is mailed
 * by its own event. Returns how many were promised.
 */
export const resendTasks = async (deps: ResendDeps, agencyId: string): Promise<number> => {
  let promised = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.list.list(
      { by: { kind: 'holder', agencyId }, where: {} },
      { now: deps.clock.now(), limit: PAGE, ...(cursor !== undefined && { cursor }) },
    );
    for (const { id } of page.items) if (await resendTask(deps, id, agencyId)) promised += 1;
    cursor = page.next;
  } while (cursor !== undefined);
  return promised;
};
