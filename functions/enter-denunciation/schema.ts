import * as z from 'zod';
import { ENTRY_CHANNELS, LATE_ENTRY_REASONS } from '../../core/sealed/sealed-events.js';
import { day } from '../middleware/schema-parts.js';
import { DENUNCIATION_FIELDS } from '../submit-denunciation/schema.js';
import { agencyId } from '../submit-petition/schema.js';

export const DenunciationEntrySchema = z
  .strictObject({
    ...DENUNCIATION_FIELDS,
    desk: agencyId.optional().meta({
      description: 'The one of your bodies that received it; the first without it',
    }),
    channel: z.enum(ENTRY_CHANNELS),
    receivedOn: day.meta({ description: 'Day of receipt, at most 30 days ago: the clock runs from it' }),
    lateReason: z
      .enum(LATE_ENTRY_REASONS)
      .optional()
      .meta({ description: 'Required for an earlier day; is in the history for good' }),
  })
  .meta({
    id: 'DenunciationEntry',
    description: 'Of a denunciation with name and signature that the body keeps on paper',
  });
