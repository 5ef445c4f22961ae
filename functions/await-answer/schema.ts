import * as z from 'zod';
import { ThreadRunSchema } from '../middleware/task-bundle.js';

export const AwaitAnswerInputSchema = z.strictObject({
  ...ThreadRunSchema.shape,
  waitNo: z.number().int().positive(),
  /** Attempt of this wait, from 0; a later attempt replaces the token of an earlier one. */
  retry: z.number().int().nonnegative(),
  wakeSeq: z.number().int().nonnegative(),
  /** Task token; stored, never logged. */
  token: z.string().min(1).max(2048),
});

/** The answer of the wait comes through the token: what this call returns, nobody reads. */
export const AwaitAnswerOutputSchema = z.strictObject({});
