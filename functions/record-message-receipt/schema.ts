import * as z from 'zod';
import { MESSAGE_CHANNELS } from '../../core/messages/channel.js';
import { instant } from '../middleware/schema-parts.js';

export const MessageReceiptBodySchema = z
  .strictObject({
    messageId: z.string().min(1).max(200).meta({ description: 'As the message carried it' }),
    status: z.enum(['delivered', 'failed', 'expired']),
    channel: z
      .enum(MESSAGE_CHANNELS)
      .meta({ description: 'The way tried last: a gateway may fall back from Zalo to SMS' }),
    at: instant
      .optional()
      .meta({ description: "The gateway's own time; the record keeps the time of receipt" }),
  })
  .meta({
    id: 'MessageReceipt',
    description: 'Signed as Standard Webhooks describe; told again until the answer is 2xx',
  });

export const MessageReceiptAnswerSchema = z
  .object({ status: z.literal('taken') })
  .meta({ id: 'MessageReceiptAnswer', description: 'The same for unknown messages and repetitions' });
export type MessageReceiptAnswer = z.infer<typeof MessageReceiptAnswerSchema>;
