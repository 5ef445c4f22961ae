import * as z from 'zod';
import { MEETING_KINDS, type Meeting, type MeetingSummary } from '../../core/meetings/meeting.js';
import type { LocalDay } from '../../core/time.js';
import { type ItemKey, keys } from './keys.js';
import { PREFIX } from './layout.js';
import { parseItem } from './parse-item.js';

const SummarySchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(MEETING_KINDS),
  provinceId: z.string(),
  unitId: z.string().nullable(),
  heldOn: z.iso.date(),
  receivedBy: z.string().nullable(),
  items: z.int().nonnegative(),
  status: z.enum(['IMPORTING', 'RECORDED']),
  enteredBy: z.string(),
  enteredAt: z.iso.datetime({ precision: 3 }),
}) satisfies z.ZodType<MeetingSummary>;

const SummaryItemSchema = z.object({ summary: SummarySchema });
const MeetingItemSchema = SummaryItemSchema.extend({ itemKeys: z.array(z.string()) });

/** A province's month of meetings in byReceived: beside the petitions' months, never among them. */
export const meetingMonth = (provinceId: string, month: string): string =>
  `${PREFIX.meeting}${provinceId}#${month}`;

/** The item of a meeting. Only its summary goes with it into the index. */
export const toMeetingItem = ({ itemKeys, ...summary }: Meeting): ItemKey & Record<string, unknown> => ({
  ...keys.meeting(summary.id),
  schema: 1,
  summary,
  itemKeys,
  receivedMonth: meetingMonth(summary.provinceId, summary.heldOn.slice(0, 7)),
  receivedKey: `${summary.heldOn}#${summary.id}`,
});

export const parseMeetingItem = (item: unknown): Meeting => {
  const { summary, itemKeys } = parseItem(MeetingItemSchema, item, 'MEETING');
  return { ...summary, itemKeys };
};

export const parseMeetingSummary = (item: unknown): MeetingSummary =>
  parseItem(SummaryItemSchema, item, 'MEETING summary').summary;

/** Bounds of the sort key from the first day to the last, both inclusive. */
export const meetingBounds = ({ from, to }: { from: LocalDay; to: LocalDay }) => ({ from, to: `${to}#~` });
