import * as z from 'zod';
import { ThreadRunSchema } from '../middleware/task-bundle.js';

export const NextStepInputSchema = ThreadRunSchema;

export const NEXT_STEPS = [
  'Route',
  'Remind',
  'Escalate',
  'Reassign',
  'Resume',
  'AwaitDecision',
  'AwaitResident',
  'AwaitFeedback',
  'Follow',
  'Close',
  'Renew',
  'Done',
] as const;

/** What the state machine branches on. Fields are only ever added: running executions keep their old definition. */
export const NextStepOutputSchema = z.strictObject({
  next: z.enum(NEXT_STEPS),
  /** Real seconds until the wake-up. */
  waitSeconds: z.number().int().positive(),
  waitNo: z.number().int().positive(),
  wakeSeq: z.number().int().nonnegative(),
});
