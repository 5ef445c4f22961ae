import * as z from 'zod';
import { FEWEST_TOLD } from '../../core/sealed/counts.js';
import { unitId } from '../middleware/schema-parts.js';

export const CountQuerySchema = z.strictObject({
  province: unitId,
  year: z.coerce.number().int().min(2018).max(2100),
});

const told = z.number().nullable();

export const DenunciationCountsSchema = z
  .object({
    quarters: z.array(
      z.object({
        quarter: z.string().meta({ example: '2026-Q3' }),
        received: told,
        handedOver: told,
        closed: told,
        late: told.meta({ description: 'Dates that went by in the quarter' }),
      }),
    ),
  })
  .meta({
    id: 'DenunciationCounts',
    description: `Quarters that are over, by what was done in them. null: fewer than ${FEWEST_TOLD}, or none`,
  });
export type DenunciationCounts = z.infer<typeof DenunciationCountsSchema>;
