import * as z from 'zod';
import { instant, pageSize, unitId } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

export const SearchUnitsQuerySchema = z.strictObject({
  q: lineText(1, 100).meta({
    description: 'Name of a ward or commune, with or without accents',
    example: 'thoi an',
  }),
  at: instant.optional().meta({ description: 'Day on which it is to exist; today when absent' }),
  province: unitId.optional(),
  limit: pageSize(20, 50),
});

export const UnitsAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        isCurrent: z.boolean().meta({ description: 'false: a former unit; its successors are followed' }),
      }),
    ),
  })
  .meta({ id: 'Units' });
export type UnitsAnswer = z.infer<typeof UnitsAnswerSchema>;
