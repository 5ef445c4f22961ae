import * as z from 'zod';
import { agencyRef } from '../middleware/schema-parts.js';

export const ListSealedQuerySchema = z.strictObject({
  body: z
    .string()
    .max(120)
    .optional()
    .meta({ description: 'One of your bodies, where you have several; the first without it' }),
  after: z.string().max(120).optional().meta({ description: 'From `next` of the page before' }),
});

export const SealedItemSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    category: z.literal('TO-CAO'),
    status: z.enum(['RECEIVED', 'HANDED-OVER', 'CLOSED']),
    receivedAt: z.string(),
    body: agencyRef,
    accused: agencyRef.nullable().meta({ description: 'null: the name is in the sealed text' }),
    nextDate: z.string().nullable().meta({ description: 'null when it is closed' }),
    late: z.boolean(),
    unsealings: z.number(),
  })
  .meta({ id: 'SealedFile' });
export type SealedItem = z.infer<typeof SealedItemSchema>;

export const SealedListSchema = z
  .object({
    bodies: z.array(z.string()),
    items: z.array(SealedItemSchema),
    late: z.number().meta({ description: 'Of those on this page' }),
    next: z.string().optional(),
  })
  .meta({ id: 'SealedFiles' });
export type SealedListAnswer = z.infer<typeof SealedListSchema>;

export const SealedHistorySchema = z
  .object({
    file: SealedItemSchema,
    events: z.array(z.looseObject({ seq: z.number(), type: z.string(), at: z.string() })),
    intact: z.boolean().meta({ description: 'The chain of hashes is whole and ends where the record says' }),
  })
  .meta({ id: 'SealedHistory' });
export type SealedHistoryAnswer = z.infer<typeof SealedHistorySchema>;
