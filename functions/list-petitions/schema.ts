import * as z from 'zod';
import { STATUSES } from '../../core/petition/transitions.js';
import { agencyRef, cursor, instant, pageSize, queryBoolean, unitId } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

export const MAX_PERIOD_DAYS = 366;

export const ListPetitionsQuerySchema = z
  .strictObject({
    'received.from': instant.optional(),
    'received.to': instant.optional().meta({ description: 'Exclusive' }),
    'closed.from': instant.optional(),
    'closed.to': instant.optional().meta({ description: 'Exclusive' }),
    province: unitId.optional().meta({ description: 'Needed with a period, unless unit or agency is given' }),
    unit: unitId.optional(),
    agency: lineText(1, 120).optional().meta({ description: 'Present holder' }),
    status: z.enum(STATUSES).optional(),
    category: lineText(1, 40).optional(),
    late: queryBoolean.optional(),
    order: z.enum(['newest', 'oldest']).default('newest'),
    limit: pageSize(50, 200),
    cursor: cursor.optional(),
  })
  .meta({
    description: 'Read by a period with a province, by unit, or by agency; the rest narrows it down.',
  });
export type ListPetitionsQuery = z.infer<typeof ListPetitionsQuerySchema>;

export const PetitionListAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        category: z.string(),
        status: z.enum(STATUSES),
        provinceId: z.string(),
        unitId: z.string().nullable(),
        holder: agencyRef.nullable(),
        receivedAt: z.string(),
        dueAt: z.string().nullable(),
        decidedAt: z.string().nullable(),
        decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
        closedAt: z.string().nullable(),
        clockStoppedAt: z.string().nullable().meta({
          description: 'Answered, withdrawn, or waiting for the resident; null while its time runs',
        }),
        late: z.boolean(),
      }),
    ),
    next: z.string().optional().meta({ description: 'A page may be short, even empty, and still have it' }),
  })
  .meta({ id: 'PetitionList' });
