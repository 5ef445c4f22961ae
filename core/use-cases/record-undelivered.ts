import { TransientError } from '../errors.js';
import type { Happening, PetitionEvent } from '../events.js';
import { threadOfTask } from '../petition/notice-kinds.js';
import { recipientsOf } from '../petition/recipients.js';
import { isOutdated } from '../petition/outdated-notice.js';
import {
  followUpOf,
  triedBefore,
  undeliveredIn,
  type DeliveryFailure,
  type FollowUp,
} from '../petition/undelivered.js';
import type { Contact, ContactStore } from '../ports/contacts.js';
import { MOST_ATTEMPTS, type NoticeStatus, type NoticeStore, type StoredNotice } from '../ports/notices.js';
import { changePetition, type ChangeContext, type ChangeDeps } from './change-petition.js';

export interface RecordUndeliveredDeps extends ChangeDeps {
  notices: Pick<NoticeStore, 'settle'>;
  contacts: ContactStore;
  /** The stage has a gateway to telephones. */
  hasGateway?: boolean;
}

export interface UndeliveredNotice {
  notice: StoredNotice;
  /** To whom the mail went; null for a resident, and when nobody was left to be tried. */
  contactId: string | null;
  failure: DeliveryFailure;
}

type NoticeOfTask = Pick<StoredNotice, 'kind' | 'taskNo' | 'thread' | 'to'>;

type Told = Extract<Happening, { type: 'NoticeUndelivered' }>['data'];

/** What the history says of this notice by this way: reports come twice, and the first one counts. */
const toldOf = (
  history: readonly PetitionEvent[],
  { notice, failure }: Pick<UndeliveredNotice, 'notice' | 'failure'>,
): Told | undefined =>
  undeliveredIn(history).find(
    ({ data }) =>
      data.noticeId === notice.id && (data.channel === undefined) === (failure.channel === undefined),
  )?.data;

const agencyOf = ({ to }: { to: Told['to'] | StoredNotice['to'] }): string | null =>
  to.kind === 'agency' ? to.agencyId : null;

/** The same task of the same thread, mailed to the same agency: a superior may be asked about it too. */
const isSameTask = (a: Told, b: NoticeOfTask): boolean =>
  a.taskNo === b.taskNo && threadOfTask(a) === threadOfTask(b) && agencyOf(a) === agencyOf(b);

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
  known: { history: readonly PetitionEvent[]; contacts: readonly Contact[]; hasGateway: boolean },
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
        untried: recipientsOf(notice, known.contacts).filter(
          (each) => each.bouncedOn === undefined && !tried.includes(each.id),
        ),
        superiorId: superior?.id ?? null,
        mayMessage: known.hasGateway && notice.attempts < MOST_ATTEMPTS,
      }),
    },
  };
};

const STATUS_AFTER: Record<FollowUp['kind'], NoticeStatus> = {
  message: 'PENDING',
  'next-contact': 'FAILED',
  superior: 'WORKLIST',
  worklist: 'WORKLIST',
  none: 'FAILED',
};

const settleAfter = async (
  { clock, notices }: RecordUndeliveredDeps,
  notice: StoredNotice,
  { kind }: FollowUp,
): Promise<void> => {
  const at = clock.now();
  const status = STATUS_AFTER[kind];
  if (kind !== 'message') {
    if (notice.status !== status) await notices.settle(notice, { status, at });
    return;
  }
  // Its message may have gone out since: a report that comes again sends none.
  if (notice.isMailDead !== true) await notices.settle(notice, { status, at, retryAt: at, isMailDead: true });
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
  const { hasGateway = false } = deps;
  const { event } = await changePetition(deps, notice.petitionId, async (context) => {
    const history = await historyOf();
    if (toldOf(history, undelivered) !== undefined) return null;
    const known = { history, contacts, hasGateway };
    return { happening: happeningOf(undelivered, context, known), actor: { kind: 'system' } };
  });
  const told = event?.type === 'NoticeUndelivered' ? event.data : toldOf(await historyOf(), undelivered);
  if (told === undefined) throw new TransientError('The event cannot be seen.');
  await settleAfter(deps, notice, told.followUp);
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
  const contacts = recipientsOf(notice, await deps.contacts.of(notice.to.agencyId));
  if (contacts.length === 0 || contacts.some(({ bouncedOn }) => bouncedOn === undefined)) return false;
  if (wasGivenUp(await deps.store.history(notice.petitionId), notice)) return false;
  const failure = { reason: 'no-address', bounceType: null } as const;
  await recordUndelivered(deps, { notice, contactId: null, failure });
  return true;
};
