import * as z from 'zod';
import { MESSAGE_CHANNELS } from '../../core/messages/channel.js';
import { isLetter, NOTICE_KINDS } from '../../core/petition/notice-kinds.js';
import type { Notice } from '../../core/petition/notices.js';
import { DESK_ROLES } from '../../core/registry/contact-role.js';
import type { NoticeStatus, NoticeStore, StoredNotice } from '../../core/ports/notices.js';
import type { Instant } from '../../core/time.js';
import { type ItemKey, keys, wakeShards } from './keys.js';
import { parseItem } from './parse-item.js';

const instant = z.iso.datetime({ precision: 3 });

const STATUSES = [
  'PENDING',
  'SENDING',
  'SENT',
  'COVERED',
  'SKIPPED',
  'WORKLIST',
  'DONE_BY_HAND',
  'FAILED',
] as const;

const RecipientSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agency'),
    agencyId: z.string(),
    role: z.enum(DESK_ROLES),
    contactId: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('resident') }),
]);

const NoticeItemSchema = z.object({
  petitionId: z.string(),
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  to: RecipientSchema,
  provinceId: z.string(),
  taskNo: z.int().nullable(),
  thread: z.string().optional(),
  seq: z.int(),
  sendAfter: instant,
  status: z.enum(STATUSES),
  attempts: z.int().nonnegative(),
  refusals: z.int().nonnegative(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable().default(null),
  messageId: z.string().nullable(),
  via: z.enum(MESSAGE_CHANNELS).optional(),
  isMailDead: z.literal(true).optional(),
  leaseUntil: instant.nullable(),
  digestDay: z.iso.date().optional(),
  coveredBy: z.strictObject({ petitionId: z.string(), id: z.string() }).optional(),
}) satisfies z.ZodType<StoredNotice>;

/** What `settle` says of the index, besides the notice itself. */
type Timing = Pick<Parameters<NoticeStore['settle']>[1], 'retryAt' | 'isUnwatched'>;

/** Where and when byWake shows the notice; nothing once nobody has to look at it. */
export interface NoticeWake {
  wakeShard: string;
  wakeAt: Instant;
}

/** A mail to an agency, an answer or a question to a telephone is watched from when it was sent until something is heard of it, or long enough nothing. */
const watchOf = (notice: StoredNotice, { isUnwatched }: Timing): NoticeWake | null =>
  isUnwatched === true ||
  (notice.to.kind === 'resident' && (notice.via === undefined || !isLetter(notice))) ||
  notice.deliveredAt !== null ||
  notice.sentAt === null
    ? null
    : { wakeShard: wakeShards.unconfirmed(notice.provinceId), wakeAt: notice.sentAt };

const wakeOf = (notice: StoredNotice, timing: Timing): NoticeWake | null => {
  const waiting = wakeShards.notices(notice.provinceId);
  switch (notice.status) {
    case 'PENDING':
      return { wakeShard: waiting, wakeAt: timing.retryAt ?? notice.sendAfter };
    case 'SENDING':
      return { wakeShard: waiting, wakeAt: notice.leaseUntil ?? notice.sendAfter };
    case 'WORKLIST':
      return { wakeShard: wakeShards.worklist(notice.provinceId), wakeAt: notice.sendAfter };
    case 'SENT':
      return watchOf(notice, timing);
    case 'COVERED':
    case 'SKIPPED':
    case 'DONE_BY_HAND':
    case 'FAILED':
      return null;
  }
};

/** A notice as the transaction of its event writes it. */
export const newNotice = (notice: Notice): StoredNotice => ({
  ...notice,
  status: 'PENDING',
  attempts: 0,
  refusals: 0,
  sentAt: null,
  deliveredAt: null,
  messageId: null,
  leaseUntil: null,
});

export const toNoticeItem = (
  notice: StoredNotice,
  timing: Timing = {},
): ItemKey & Record<string, unknown> => ({
  ...keys.notice(notice.petitionId, notice.id),
  schema: 1,
  ...notice,
  ...wakeOf(notice, timing),
});

export const parseNoticeItem = (item: unknown): StoredNotice => parseItem(NoticeItemSchema, item, 'NOTICE');

const DELIVERED: readonly NoticeStatus[] = ['SENT', 'DONE_BY_HAND'];

/** What is only said once and stays. */
const keptIn = ({ coveredBy }: Parameters<NoticeStore['settle']>[1]): Pick<StoredNotice, 'coveredBy'> =>
  coveredBy === undefined ? {} : { coveredBy };

/** The notice after `settle`: pure, shared by the store and its fake. */
export const settled = (notice: StoredNotice, result: Parameters<NoticeStore['settle']>[1]): StoredNotice => {
  const isRefused = result.refused ?? false;
  return {
    ...notice,
    status: result.status,
    attempts: notice.attempts - (isRefused ? 1 : 0),
    refusals: notice.refusals + (isRefused ? 1 : 0),
    sentAt: DELIVERED.includes(result.status) && result.status !== notice.status ? result.at : notice.sentAt,
    deliveredAt: result.deliveredAt ?? notice.deliveredAt,
    messageId: result.messageId ?? notice.messageId,
    ...(result.via !== undefined && { via: result.via }),
    ...keptIn(result),
    ...(result.isMailDead === true && { isMailDead: true }),
    leaseUntil: null,
  };
};
