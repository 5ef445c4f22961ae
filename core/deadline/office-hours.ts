import * as z from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Minutes since local midnight of `HH:MM`. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Spans of one office day, ascending, without overlap; `HH:MM` in +07:00. */
export const OfficeHoursSchema = z
  .strictObject({
    spans: z
      .array(z.tuple([clockTime, clockTime]))
      .min(1)
      .max(4),
    basis: z.string().max(300),
    status: z.enum(['sourced', 'provisional', 'assumed']),
  })
  .refine(({ spans }) => spans.flat().every((time, i, all) => i === 0 || (all[i - 1] ?? '') < time), {
    message: 'spans must ascend and not overlap',
    path: ['spans'],
  });
export type OfficeHours = z.infer<typeof OfficeHoursSchema>;

/** Used where a city has signed off nothing else: eight hours with a midday break. */
export const DEFAULT_OFFICE_HOURS: OfficeHours = {
  spans: [
    ['07:30', '11:30'],
    ['13:00', '17:00'],
  ],
  basis: '',
  status: 'assumed',
};
