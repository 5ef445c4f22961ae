import * as z from 'zod';
import { STATUSES } from '../../core/petition/transitions.js';
import { MeetingSchema } from '../list-meetings/schema.js';
import { agencyRef } from '../middleware/schema-parts.js';

const MinutesItemSchema = z.object({
  row: z.number().meta({ description: 'From 1, in the order of entry' }),
  id: z.string(),
  code: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  placeName: z.string().nullable(),
  status: z.enum(STATUSES),
  holder: agencyRef.nullable(),
  receivedAt: z.string(),
  dueAt: z.string().nullable().meta({ description: 'null in the Party lane' }),
  followUpAt: z.string().nullable(),
  late: z.boolean(),
  duplicateOf: z
    .string()
    .nullable()
    .meta({ description: 'Code of the petition that it repeats, and whose answer is its own' }),
  outcome: z.object({ kind: z.string(), at: z.string(), agencyName: z.string() }).nullable(),
});
export type MinutesItem = z.infer<typeof MinutesItemSchema>;

/** An item is null while the meeting is `IMPORTING` and this one is not written. */
export const MinutesSchema = MeetingSchema.extend({
  items: z.array(MinutesItemSchema.nullable()),
}).meta({ id: 'MeetingMinutes' });
