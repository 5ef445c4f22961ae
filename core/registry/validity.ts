import * as z from 'zod';
import type { LocalDay } from '../time.js';

/** A local day, +07:00. */
export const DaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** From inclusive, to exclusive; null = open. */
export interface Validity {
  validFrom: LocalDay | null;
  validTo: LocalDay | null;
}

/** Do two periods share a day? */
export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.validTo === null || b.validFrom === null || b.validFrom < a.validTo) &&
  (b.validTo === null || a.validFrom === null || a.validFrom < b.validTo);

/** The earlier of two ends; null is the latest. */
export const earlierEnd = (a: LocalDay | null, b: LocalDay | null): LocalDay | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};
