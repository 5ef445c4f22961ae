import * as z from 'zod';
import { cursor, pageSize, unitId } from '../middleware/schema-parts.js';

export const ListNoticesQuerySchema = z.strictObject({
  province: unitId,
  limit: pageSize(20, 50),
  cursor: cursor.optional(),
});

const person = z.object({
  kind: z.literal('resident'),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
});
const agency = z.object({
  kind: z.literal('agency'),
  agencyId: z.string(),
  name: z.string(),
  role: z.enum(['main', 'alternate', 'head']),
});

export const NoticesAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        petitionId: z.string(),
        id: z.string(),
        kind: z.string(),
        code: z.string(),
        promisedAt: z.string(),
        to: z.union([person, agency]),
        said: z.string().nullable().meta({
          description: 'What the unit wrote to the resident; only with kinds decision and question',
        }),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'NoticeWorklist' });
export type NoticesAnswer = z.infer<typeof NoticesAnswerSchema>;
