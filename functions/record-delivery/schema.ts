import * as z from 'zod';

/** A notice's id in the path. */
export const NoticeIdSchema = z.string().regex(/^\d{6}-\d{1,3}$/);

export const DeliveryBodySchema = z
  .strictObject({ by: z.enum(['phone', 'post', 'desk']) })
  .meta({ id: 'Delivery', description: 'How the person was reached' });

export const DeliveryAnswerSchema = z
  .object({
    petitionId: z.string(),
    id: z.string(),
    status: z.literal('DONE_BY_HAND'),
    feedbackUntil: z.string().nullable().meta({ description: 'Silence until then closes the petition' }),
  })
  .meta({ id: 'DeliveryReceipt' });
export type DeliveryAnswer = z.infer<typeof DeliveryAnswerSchema>;
