import * as z from 'zod';
import { ThreadRunSchema } from '../middleware/task-bundle.js';

export const RecordFailureInputSchema = z.strictObject({
  ...ThreadRunSchema.shape,
  /** Failures in a row before this one. */
  failures: z.number().int().nonnegative(),
});

export const RecordFailureOutputSchema = z.strictObject({
  /** Real seconds for which the workflow rests. */
  waitSeconds: z.number().int().positive(),
  failures: z.number().int().positive(),
});
