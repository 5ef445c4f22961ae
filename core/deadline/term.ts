import * as z from 'zod';

/**
 * How long a step may take.
 * - `workingDays`: whole days after the day of receipt, until the end of office hours.
 * - `workingHours`: hours of office time from the instant of receipt.
 * - `calendarDays`: days after the day of receipt, days off included; a last day that is off moves to the next working day.
 * - `elapsed`: plain hours, day and night.
 */
export const TermSchema = z
  .strictObject({
    amount: z.number().int().positive().max(3660),
    unit: z.enum(['workingDays', 'workingHours', 'calendarDays', 'elapsed']),
    /** Instrument or practice that it rests on; may be empty only when it is assumed. */
    basis: z.string().max(300),
    /** `provisional`: it stood in the basis, which has been amended since, or was read with a doubt. */
    status: z.enum(['sourced', 'provisional', 'assumed']),
    note: z.string().max(500).optional(),
  })
  .refine(({ basis, status }) => status === 'assumed' || basis !== '', {
    message: 'a term that is not assumed names its basis',
    path: ['basis'],
  });
export type Term = z.infer<typeof TermSchema>;
