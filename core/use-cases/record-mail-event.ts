import { NotFoundError, TransientError } from '../errors.js';
import { isMailboxDead, type DeliveryFailure, type FollowUp } from '../petition/undelivered.js';
import type { MailAbout } from '../ports/mail.js';
import type { NoticeStore, StoredNotice } from '../ports/notices.js';
import { localDayOf, type Instant } from '../time.js';
import { recordUndelivered, type RecordUndeliveredDeps } from './record-undelivered.js';

export interface RecordMailEventDeps extends RecordUndeliveredDeps {
  notices: Pick<NoticeStore, 'load' | 'settle'>;
}

/** A report of the mail service, found by the ids that the mail carried. No address. */
export interface MailEvent extends MailAbout {
  /** When the service took the mail, in real time. */
  mailedAt: Instant;
  /** Null: the recipient's server took the mail. */
  failure: DeliveryFailure | null;
}

export type MailEventOutcome = 'delivered' | 'nothing-to-do' | FollowUp['kind'];

const recordDelivered = async (
  deps: RecordMailEventDeps,
  notice: StoredNotice,
): Promise<MailEventOutcome> => {
  // Whatever else became of it stays: a mailbox that refuses later, or a person who took over.
  if (notice.status !== 'SENT' || notice.deliveredAt !== null || notice.isMailDead === true)
    return 'nothing-to-do';
  const at = deps.clock.now();
  await deps.notices.settle(notice, { status: 'SENT', at, deliveredAt: at });
  return 'delivered';
};

/** After a delivery, what is not permanent is an automatic reply: somebody is away, but has the mail. */
const isAutoReply = ({ deliveredAt }: StoredNotice, failure: DeliveryFailure): boolean =>
  failure.reason === 'bounce' && deliveredAt !== null && !isMailboxDead(failure);

const recordFailed = async (
  deps: RecordMailEventDeps,
  notice: StoredNotice,
  { failure, contactId, mailedAt }: MailEvent & { failure: DeliveryFailure },
): Promise<MailEventOutcome> => {
  if (isAutoReply(notice, failure)) return 'nothing-to-do';
  if (notice.to.kind === 'agency' && contactId !== null && isMailboxDead(failure)) {
    const contact = { agencyId: notice.to.agencyId, id: contactId };
    await deps.contacts.markBounced(contact, { on: localDayOf(deps.clock.now()), mailedAt });
  }
  // A person has reached the recipient.
  if (notice.status === 'DONE_BY_HAND') return 'nothing-to-do';
  return (await recordUndelivered(deps, { notice, contactId, failure })).kind;
};

/**
 * Records what became of a mail. Reports come twice, late and out of order; the outcome is the same: what is permanent
 * counts whatever came before or comes after it.
 * @throws NotFoundError for mails of no notice; TransientError while the notice is still being sent: its end decides.
 */
export const recordMailEvent = async (
  deps: RecordMailEventDeps,
  event: MailEvent,
): Promise<MailEventOutcome> => {
  const notice = await deps.notices.load({ petitionId: event.petitionId, id: event.noticeId });
  if (notice === null) throw new NotFoundError();
  if (notice.status === 'SENDING') throw new TransientError('The notice is still being sent.');
  const { failure } = event;
  return failure === null
    ? recordDelivered(deps, notice)
    : recordFailed(deps, notice, { ...event, contactId: agencyContact(notice, event), failure });
};

const agencyContact = ({ to }: StoredNotice, { contactId }: MailEvent): string | null =>
  to.kind === 'agency' ? contactId : null;
