import * as z from 'zod';
import { MOST_CANDIDATES } from '../../core/duplicates/candidates.js';
import { STATUSES } from '../../core/petition/transitions.js';
import { agencyRef } from '../middleware/schema-parts.js';

export const DuplicatesAnswerSchema = z
  .object({
    items: z
      .array(
        z.object({
          code: z.string(),
          categoryLabel: z.string(),
          receivedAt: z.string(),
          status: z.enum(STATUSES),
          holder: agencyRef.nullable(),
        }),
      )
      .max(MOST_CANDIDATES)
      .meta({ description: 'The most similar first; whoever holds the petition decides' }),
  })
  .meta({ id: 'DuplicateCandidates' });
export type DuplicatesAnswer = z.infer<typeof DuplicatesAnswerSchema>;
