import * as z from 'zod';
import { MAX_WORD_TEXT } from '../../core/petition/resident-acts.js';
import { STATUSES } from '../../core/petition/transitions.js';
import { longText, receiptSecretText } from '../middleware/text-fields.js';

const secret = receiptSecretText();

export const AnswerBodySchema = z
  .strictObject({ secret, text: longText(1, MAX_WORD_TEXT) })
  .meta({ id: 'ResidentAnswer', description: "Answer to the unit's question, or something to add" });

export const FeedbackBodySchema = z
  .strictObject({
    secret,
    satisfied: z.boolean().meta({ description: 'false opens the matter again, once, and then appeals' }),
    rating: z.number().int().min(1).max(5).optional(),
    text: longText(1, MAX_WORD_TEXT).optional().meta({ description: 'Needed when not satisfied' }),
  })
  .meta({ id: 'ResidentFeedback' });

export const WithdrawalBodySchema = z
  .strictObject({ secret, text: longText(1, MAX_WORD_TEXT).optional() })
  .meta({ id: 'Withdrawal' });

export const HeardAnswerSchema = z
  .object({ code: z.string(), status: z.enum(STATUSES), dueAt: z.string().nullable() })
  .meta({ id: 'ResidentHeard' });
export type HeardAnswer = z.infer<typeof HeardAnswerSchema>;
