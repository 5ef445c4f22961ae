import * as z from 'zod';
import { agencyRef, instant, unitId } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

const coordinate = (max: number) => z.coerce.number().min(-max).max(max);

/** Every other parameter answers a question of the category by its key: `true` or `false`. */
export const JurisdictionQuerySchema = z
  .strictObject({
    category: lineText(1, 40),
    unit: unitId.optional(),
    lat: coordinate(90).optional(),
    lon: coordinate(180).optional(),
    against: lineText(1, 120).optional().meta({ description: 'Agency whose officials the matter is about' }),
    at: instant.optional().meta({ description: 'Day whose rules apply; today when absent' }),
  })
  .refine(
    ({ unit, lat, lon }) =>
      (lat === undefined) === (lon === undefined) && (unit !== undefined || lat !== undefined),
    {
      path: ['unit'],
      params: { code: 'no-place' },
    },
  );
export type JurisdictionQuery = z.infer<typeof JurisdictionQuerySchema>;

export const ConditionsSchema = z
  .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.enum(['true', 'false']))
  .refine((answers) => Object.keys(answers).length <= 20);

const question = z.object({ key: z.string(), question: z.string() });

export const DecidedSchema = z
  .object({
    asOf: z.string(),
    lead: agencyRef,
    support: z.array(agencyRef),
    rule: z.string(),
    basis: z.string(),
    status: z.enum(['sourced', 'assumed']),
    reason: z.string(),
    escalate: agencyRef.nullable().meta({ description: 'Next authority when the deadline passes' }),
    unknownConditions: z.array(question).meta({ description: 'Counted as not true; answer them to be sure' }),
    release: z.string(),
  })
  .meta({ id: 'Jurisdiction' });

export const MissingSchema = z
  .object({
    asOf: z.string(),
    missing: z.array(z.string()),
    reason: z.string(),
    question: z.string(),
    candidates: z.array(z.object({ id: z.string(), name: z.string() })),
    release: z.string(),
  })
  .meta({ id: 'JurisdictionMissing' });
export type JurisdictionAnswer = z.infer<typeof DecidedSchema> | z.infer<typeof MissingSchema>;
