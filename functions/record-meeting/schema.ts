import * as z from 'zod';
import { MAX_MEETING_ITEMS, MEETING_KINDS } from '../../core/meetings/meeting.js';
import { ENTERED_FIELDS, receivedAtReason, receivedBy } from '../enter-petition/schema.js';
import { day, unitId } from '../middleware/schema-parts.js';
import { consent, MATTER_FIELDS, SubmitAnswerSchema } from '../submit-petition/schema.js';

/** One matter that was raised there: as the desk enters it, but for what the meeting says for all. */
const MeetingItemSchema = z
  .strictObject({ ...MATTER_FIELDS, ...ENTERED_FIELDS })
  .refine(({ unit, point }) => unit === undefined || point === undefined, {
    path: ['unit'],
    params: { code: 'unit-or-point' },
  })
  .meta({
    id: 'MeetingItem',
    description: 'Without `unit` and `point` it is about the ward of the meeting.',
  });
export type MeetingItem = z.infer<typeof MeetingItemSchema>;

export const MeetingBodySchema = z
  .strictObject({
    kind: z.enum(MEETING_KINDS),
    heldOn: day.meta({
      description: 'Day of the meeting, at most 30 days ago: its items were received then',
    }),
    unit: unitId.meta({ description: 'Ward or commune of the meeting' }),
    receivedBy,
    receivedAtReason: receivedAtReason.meta({
      description: 'Why it is entered on a later day; needed when it has items',
    }),
    consent: consent.optional().meta({
      type: 'boolean',
      const: true,
      description: 'Given by all who are named; needed when there are items',
    }),
    items: z.array(MeetingItemSchema).max(MAX_MEETING_ITEMS),
  })
  .refine(({ consent: given, items }) => given === true || items.length === 0, {
    path: ['consent'],
    params: { code: 'consent-needed' },
  })
  .meta({ id: 'MeetingEntry' });
export type MeetingBody = z.infer<typeof MeetingBodySchema>;

export const MeetingReceiptSchema = z
  .object({
    id: z.string(),
    status: z.literal('RECORDED'),
    items: z.array(SubmitAnswerSchema).meta({ description: 'Receipts, in the order of the items' }),
  })
  .meta({ id: 'MeetingReceipt' });
export type MeetingReceipt = z.infer<typeof MeetingReceiptSchema>;
