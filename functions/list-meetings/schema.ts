import * as z from 'zod';
import { MEETING_KINDS } from '../../core/meetings/meeting.js';
import { day, unitId } from '../middleware/schema-parts.js';

/** Three months of a large city's wards fit into one answer, so the list needs no pages. */
export const MAX_PERIOD_DAYS = 92;

export const ListMeetingsQuerySchema = z.strictObject({
  province: unitId,
  from: day,
  to: day.meta({ description: `Inclusive; at most ${MAX_PERIOD_DAYS} days` }),
});

export const MeetingSchema = z.object({
  id: z.string(),
  kind: z.enum(MEETING_KINDS),
  heldOn: z.string(),
  provinceId: z.string(),
  unitId: z.string().nullable(),
  placeName: z.string().nullable(),
  receivedBy: z.string().nullable(),
  items: z.number().meta({ description: 'Petitions handed in there; may be 0' }),
  status: z.enum(['IMPORTING', 'RECORDED']),
  enteredBy: z.string(),
  enteredAt: z.string(),
});

export const MeetingListAnswerSchema = z
  .object({ items: z.array(MeetingSchema) })
  .meta({ id: 'MeetingList', description: 'In order of their days' });
