import { TransientError } from '../errors.js';
import type { Happening, PetitionEvent } from '../events.js';
import { threadOfTask } from '../petition/notice-kinds.js';
import { isOutdated } from '../petition/outdated-notice.js';
import {
  followUpOf,
  triedBefore,
  undeliveredIn,
  type DeliveryFailure,
  type FollowUp,
} from '../petition/undelivered.js';
import type { Contact, ContactStore } from '../ports/contacts.js';
import type { NoticeStatus, NoticeStore, StoredNotice } from '../ports/notices.js';
import { changePetition, type ChangeContext, type ChangeDeps } from './change-petition.js';

export interface RecordUndeliveredDeps extends ChangeDeps {
  notices: Pick<NoticeStore, 'settle'>;
  contacts: ContactStore;
}

export interface UndeliveredNotice {
  notice: StoredNotice;
  /** To whom the mail went; null for a resident, and when nobody was left to be tried. */
  contactId: string | null;
  failure: DeliveryFailure;
}

type NoticeOfTask = Pick<StoredNotice, 'kind' | 'taskNo' | 'thread'>;

type Told = Extract<Happening, { type: 'NoticeUndelivered' }>['data'];

/** What the history says of this notice: reports come twice, and the first one counts. */
const toldOf = (history: readonly PetitionEvent[], noticeId: string): Told | undefined =>
  undeliveredIn(history).find(({ data }) => data.noticeId === noticeId)?.data;

/** The same task of the same thread. */
const isSameTask = (a: NoticeOfTask, b: NoticeOfTask): boolean =>
  a.taskNo === b.taskNo && threadOfTask(a) === threadOfTask(b);

const wasSuperiorTold = (history: readonly PetitionEvent[], notice: NoticeOfTask): boolean =>
  undeliveredIn(history).some(({ data }) => isSameTask(data, notice) && data.followUp.kind === 'superior');

const recipientOf = ({ notice, contactId }: UndeliveredNotice, contacts: readonly Contact[]): Told['to'] => {
  if (notice.to.kind === 'resident') return { kind: 'resident' };
  const { agencyId, role } = notice.to;
  return {
    kind: 'agency',
    agencyId,
    contactId,
    role: contacts.find(({ id }) => id === contactId)?.role ?? role,
  };
};

const happeningOf = (
  undelivered: UndeliveredNotice,
  context: ChangeContext,
  known: { history: readonly PetitionEvent[]; contacts: readonly Contact[] },
): Happening => {
  const { notice, contactId, failure } = undelivered;
  const { petition, jurisdiction, now } = context;
  const tried = [contactId, ...triedBefore(known.history, notice.seq)];
  const superior =
    notice.to.kind === 'resident' || wasSuperiorTold(known.history, notice)
      ? null
      : jurisdiction.superior(petition, notice.to.agencyId, now);
  return {
    type: 'NoticeUndelivered',
    data: {
      ...{ noticeId: notice.id, kind: notice.kind, promisedBy: notice.seq, taskNo: notice.taskNo },
      ...(notice.thread !== undefined && { thread: notice.thread }),
      to: recipientOf(undelivered, known.contacts),
      ...failure,
      followUp: followUpOf({
        ...{ petition, notice, failure },
        // Other reminders rest on a digest: the next contact gets it, whatever became of the petition that carries it.
        isOutdated: notice.digestDay === undefined && isOutdated(notice, petition),
        untried: known.contacts.filter((each) => each.bouncedOn === undefined && !tried.includes(each.id)),
        superiorId: superior?.id ?? null,
      }),
    },
  };
};

const STATUS_AFTER: Record<FollowUp['kind'], NoticeStatus> = {
  'next-contact': 'FAILED',
  superior: 'WORKLIST',
  worklist: 'WORKLIST',
  none: 'FAILED',
};

/**
 * Records that a mail did not reach its recipient, with what follows from it, and settles the notice accordingly. Said
 * twice, it stays the first time; a crash between the two writes is mended by the next report.
 * @throws HeadConflictError when the notice moved meanwhile.
 */
export const recordUndelivered = async (
  deps: RecordUndeliveredDeps,
  undelivered: UndeliveredNotice,
): Promise<FollowUp> => {
  const { notice } = undelivered;
  const contacts = notice.to.kind === 'agency' ? await deps.contacts.of(notice.to.agencyId) : [];
  const historyOf = () => deps.store.history(notice.petitionId);
  const { event } = await changePetition(deps, notice.petitionId, async (context) => {
    const history = await historyOf();
    if (toldOf(history, notice.id) !== undefined) return null;
    return { happening: happeningOf(undelivered, context, { history, contacts }), actor: { kind: 'system' } };
  });
  const told = event?.type === 'NoticeUndelivered' ? event.data : toldOf(await historyOf(), notice.id);
  if (told === undefined) throw new TransientError('The event cannot be seen.');
  const status = STATUS_AFTER[told.followUp.kind];
  if (notice.status !== status) await deps.notices.settle(notice, { status, at: deps.clock.now() });
  return told.followUp;
};

/** Nobody needs to be told each time a reminder finds no address. */
const wasGivenUp = (history: readonly PetitionEvent[], notice: NoticeOfTask): boolean =>
  undeliveredIn(history).some(
    ({ data }) =>
      isSameTask(data, notice) &&
      data.reason !== 'rejected' &&
      (data.followUp.kind === 'superior' || data.followUp.kind === 'worklist'),
  );

/**
 * For a mail of a task that cannot leave because every mailbox of the agency is known to be dead: the superior is told,
 * once a task. False when it is not such a case, or has been told; the notice is untouched then.
 */
export const recordUnreachable = async (
  deps: RecordUndeliveredDeps,
  notice: StoredNotice,
): Promise<boolean> => {
  if (notice.to.kind === 'resident' || notice.taskNo === null) return false;
  const contacts = await deps.contacts.of(notice.to.agencyId);
  if (contacts.length === 0 || contacts.some(({ bouncedOn }) => bouncedOn === undefined)) return false;
  if (wasGivenUp(await deps.store.history(notice.petitionId), notice)) return false;
  const failure = { reason: 'no-address', bounceType: null } as const;
  await recordUndelivered(deps, { notice, contactId: null, failure });
  return true;
};
