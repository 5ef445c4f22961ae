import * as z from 'zod';

/** The record with what is computed from it. The record itself is the fold of the history (core/petition). */
export const PetitionAnswerSchema = z
  .looseObject({
    id: z.string(),
    code: z.string(),
    status: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    placeName: z.string().nullable(),
    receivedAt: z.string(),
    dueAt: z.string().nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'Petition' });
