import { TransientError } from '../errors.js';
import type { MessageChannel } from '../messages/channel.js';
import { noticeOfMessage } from '../messages/message-id.js';
import type { FollowUp } from '../petition/undelivered.js';
import type { NoticeStore, StoredNotice } from '../ports/notices.js';
import { confirmDelivery } from './confirm-delivery.js';
import { recordUndelivered, type RecordUndeliveredDeps } from './record-undelivered.js';

export interface RecordMessageReceiptDeps extends RecordUndeliveredDeps {
  notices: Pick<NoticeStore, 'load' | 'settle'>;
}

/** What the gateway says became of a message. */
export interface MessageReceipt {
  messageId: string;
  status: 'delivered' | 'failed' | 'expired';
  /** The way by which the gateway tried at last: it may fall back from Zalo to SMS. */
  channel: MessageChannel;
}

export type MessageReceiptOutcome = 'delivered' | 'nothing-to-do' | 'unknown' | FollowUp['kind'];

/**
 * It reached the telephone, also where a person has been asked to phone meanwhile, because nothing was heard or a
 * failure was told first: that person is spared the call. The event first, see `confirmIfDecision`.
 */
const recordDelivered = async (
  deps: RecordMessageReceiptDeps,
  notice: StoredNotice,
  via: MessageChannel,
): Promise<MessageReceiptOutcome> => {
  if (notice.deliveredAt !== null) return 'nothing-to-do';
  if (notice.kind === 'decision')
    await confirmDelivery(deps, notice.petitionId, {
      by: via,
      actor: { kind: 'system' },
      answerSeq: notice.seq,
    });
  const at = deps.clock.now();
  await deps.notices.settle(notice, { status: 'SENT', at, deliveredAt: at, via });
  return 'delivered';
};

const recordFailed = async (
  deps: RecordMessageReceiptDeps,
  notice: StoredNotice,
  { status, channel }: MessageReceipt & { status: 'failed' | 'expired' },
): Promise<MessageReceiptOutcome> => {
  // Delivered is what counts: a gateway that tries two ways may tell of one that failed.
  if (notice.deliveredAt !== null) return 'nothing-to-do';
  const failure = { reason: status, bounceType: null, channel } as const;
  return (await recordUndelivered(deps, { notice, contactId: null, failure })).kind;
};

/** A message went out for it, or may have: sent, or with a person since. What a person has done stays done. */
const wentOut = ({ to, status, via, attempts }: StoredNotice): boolean =>
  to.kind === 'resident' &&
  ((status === 'SENT' && via !== undefined) ||
    (status === 'WORKLIST' && attempts > 0) ||
    status === 'FAILED');

/**
 * Records a receipt of the gateway. Receipts come twice, late, in any order and for nobody: the outcome is the same, and
 * delivered wins over failed. `unknown`: of no notice of ours, or of one that is in other hands.
 * @throws TransientError while the notice is still being sent: the gateway tells it again.
 */
export const recordMessageReceipt = async (
  deps: RecordMessageReceiptDeps,
  receipt: MessageReceipt,
): Promise<MessageReceiptOutcome> => {
  const ref = noticeOfMessage(receipt.messageId);
  const notice = ref && (await deps.notices.load(ref));
  if (notice === null) return 'unknown';
  if (notice.to.kind === 'resident' && notice.status === 'SENDING')
    throw new TransientError('The notice is still being sent.');
  if (!wentOut(notice)) return notice.to.kind === 'resident' ? 'nothing-to-do' : 'unknown';
  const { status } = receipt;
  return status === 'delivered'
    ? recordDelivered(deps, notice, receipt.channel)
    : recordFailed(deps, notice, { ...receipt, status });
};
