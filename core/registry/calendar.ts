import { z } from 'zod';
import { DaySchema } from './validity.js';

/** registry/data/calendars/<year>.json: the civil service's working days of one year. */
export const CalendarYearSchema = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  /** Provisional: statutory days only, the yearly notice is not out. */
  status: z.enum(['final', 'provisional']),
  zone: z.literal('Asia/Ho_Chi_Minh'),
  weeklyRest: z.array(z.enum(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'])).max(3),
  /** Monday to Friday, not worked. */
  weekdayOff: z.array(DaySchema).max(60),
  /** Swapped days of rest, worked. */
  weekendWorked: z.array(DaySchema).max(30),
  /** Numbers of the notices and resolutions. */
  notices: z.array(z.string().max(60)).max(10),
  remark: z.string().max(500).optional(),
});
export type CalendarYear = z.infer<typeof CalendarYearSchema>;
