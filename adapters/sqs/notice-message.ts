import * as z from 'zod';
import type { NoticeRef } from '../../core/ports/notices.js';

/** Body of a message of the notices' queue: a reference, never a text. Written by the queue, read by send-notice. */
const NoticeMessageSchema = z.strictObject({
  petitionId: z.uuid(),
  id: z.string().regex(/^\d{6}-\d{1,3}$/),
}) satisfies z.ZodType<NoticeRef>;

export const noticeMessage = ({ petitionId, id }: NoticeRef): string => JSON.stringify({ petitionId, id });

/** Reads the body of a queued message. @throws ZodError or SyntaxError for anything else. */
export const parseNoticeMessage = (body: string): NoticeRef => NoticeMessageSchema.parse(JSON.parse(body));
