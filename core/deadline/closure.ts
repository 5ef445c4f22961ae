import * as z from 'zod';
import type { LocalDay } from '../time.js';
import { isRealDay } from './local-day.js';

/**
 * Offices that a storm or flood, say, closes on days that the yearly calendar counts as working days
 * (`registry/data/closures.json`). Entered on the word of the city or ward that decides it.
 */
export const ClosureSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    /** Provinces, districts or wards, by the ids of `units.json`; whatever lies in them is closed too. */
    units: z.array(z.string().min(1).max(40)).min(1).max(500),
    days: z
      .array(z.string().refine(isRealDay, 'not a day'))
      .min(1)
      .max(60)
      .refine((days) => new Set(days).size === days.length, 'a day is named twice'),
    reason: z.enum(['storm', 'flood', 'epidemic', 'other']),
    /** Number of the decision; may be empty only while it is assumed. */
    basis: z.string().max(300),
    status: z.enum(['sourced', 'provisional', 'assumed']),
  })
  .refine(({ basis, status }) => status === 'assumed' || basis !== '', {
    message: 'a closure that is not assumed names its basis',
    path: ['basis'],
  });
export type Closure = z.infer<typeof ClosureSchema>;

/** Days on which the offices of a place are closed, ascending; `line`: the place's unit and all units above it. */
export const closedDays = (closures: readonly Closure[], line: readonly string[]): LocalDay[] => {
  const days = closures
    .filter(({ units }) => units.some((unit) => line.includes(unit)))
    .flatMap((closure) => closure.days);
  return [...new Set(days)].sort();
};
