import * as z from 'zod';
import { unitId } from '../middleware/schema-parts.js';

export const LaneQuerySchema = z.strictObject({
  unit: unitId.optional().meta({ description: 'Ward; without one, only the provinces are told' }),
});

const term = z.object({
  amount: z.number(),
  unit: z.string(),
  basis: z.string(),
  status: z.string().meta({ description: '`assumed`: a lawyer must confirm it' }),
});

export const LaneAnswerSchema = z
  .object({
    provinces: z.array(z.string()).meta({ description: 'Provinces that take denunciations electronically' }),
    place: z
      .object({
        taken: z.boolean(),
        basis: z.string(),
        status: z.string(),
        check: term,
        resolve: term,
        agencies: z.array(z.object({ id: z.string(), name: z.string() })),
      })
      .nullable()
      .meta({ description: 'null without a ward' }),
  })
  .meta({ id: 'SealedLane' });
export type LaneAnswer = z.infer<typeof LaneAnswerSchema>;
