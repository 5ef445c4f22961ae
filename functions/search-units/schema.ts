import * as z from 'zod';
import { instant, pageSize, unitId } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

export const SearchUnitsQuerySchema = z
  .strictObject({
    q: lineText(1, 100).optional().meta({
      description: 'Name of a ward or commune, with or without accents; only with level=ward',
      example: 'thoi an',
    }),
    level: z
      .enum(['ward', 'province'])
      .default('ward')
      .meta({ description: 'province: the list of all provinces, those in force first' }),
    at: instant.optional().meta({ description: 'Day on which it is to exist; today when absent' }),
    province: unitId.optional(),
    limit: pageSize(20, 50),
  })
  .refine(({ q, level }) => level === 'province' || q !== undefined, {
    path: ['q'],
    params: { code: 'required' },
  });

export const UnitsAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        validTo: z
          .string()
          .optional()
          .meta({ description: 'Of a former province: the first day on which it was no more' }),
        takesAnonymous: z
          .literal(true)
          .optional()
          .meta({ description: 'Its province takes petitions without a name; absent otherwise' }),
        isCurrent: z.boolean().meta({ description: 'false: a former unit; its successors are followed' }),
      }),
    ),
  })
  .meta({ id: 'Units' });
export type UnitsAnswer = z.infer<typeof UnitsAnswerSchema>;
