import * as z from 'zod';
import { STATUSES } from '../../core/petition/transitions.js';
import { agencyRef, cursor, instant, pageSize, queryBoolean, unitId } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

export const MAX_PERIOD_DAYS = 366;

/** Digits only: an empty value is no zero. */
const count = (max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().max(max));

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
    lateDays: count(3_650).optional().meta({ description: 'Late by at least so many days of 24 hours' }),
    lane: z.enum(['admin', 'party']).optional(),
    class: lineText(1, 40).optional().meta({ description: 'Service class, as in the service levels' }),
    tier: lineText(1, 20).optional().meta({ description: 'Of the holder, or of who decided' }),
    former: lineText(1, 120)
      .optional()
      .meta({ description: 'An agency that held it before the present one' }),
    escalated: queryBoolean.optional(),
    transfersOver: count(20).optional().meta({ description: 'Handed on by holders more often than that' }),
    reopened: queryBoolean.optional(),
    undelivered: queryBoolean.optional().meta({ description: 'A mail or message about it came back' }),
    provisional: queryBoolean.optional().meta({ description: 'Due date counted over a year not final' }),
    running: z.literal('true').optional().meta({ description: 'What runs in the province, first due first' }),
    decidedLate: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .meta({ description: 'Month in which it was decided late; ordered by how late' }),
    order: z
      .enum(['newest', 'oldest'])
      .optional()
      .meta({ description: 'Newest first unless asked otherwise; with `running`, first due first' }),
    limit: pageSize(50, 200),
    cursor: cursor.optional(),
  })
  .meta({
    description:
      'Read by what the province has running or decided late in a month, by a period with a province, by unit, or by agency; the rest narrows it down.',
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
        daysLate: z.number().meta({ description: 'Whole days of 24 hours; 0 when it is not late' }),
        lane: z.enum(['admin', 'party']),
        serviceClass: z.string(),
        tier: z.string().nullable(),
        heldSince: z.string().nullable(),
        formerHolders: z.array(z.string()),
        escalations: z.number(),
        transfers: z.number(),
        reopenings: z.number(),
        undelivered: z.number(),
        isProvisional: z.boolean(),
      }),
    ),
    next: z.string().optional().meta({ description: 'A page may be short, even empty, and still have it' }),
  })
  .meta({ id: 'PetitionList' });
