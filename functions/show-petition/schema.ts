import * as z from 'zod';
import { SUPPORT_STATES } from '../../core/petition/support-transitions.js';
import { agencyRef, instant } from '../middleware/schema-parts.js';

export const ShowPetitionQuerySchema = z
  .strictObject({
    at: instant.optional().meta({
      description:
        'As it stood then, that instant included, told by its history alone; not found before it was entered',
    }),
  })
  .meta({ description: 'Without an instant: as it is now.' });

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
    supports: z
      .array(
        z.looseObject({
          thread: z.string(),
          holder: agencyRef,
          state: z.enum(SUPPORT_STATES),
          dueBy: z.looseObject({ at: z.string() }),
          late: z.boolean().meta({ description: 'Open and past its own deadline' }),
        }),
      )
      .meta({ description: 'What other agencies were asked to contribute, a thread each' }),
    visit: z.looseObject({ startsAt: z.string(), endsAt: z.string() }).nullable(),
  })
  .meta({ id: 'Petition' });
