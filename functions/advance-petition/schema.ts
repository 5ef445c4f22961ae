import * as z from 'zod';
import { ThreadRunSchema } from '../middleware/task-bundle.js';

export const ACTIONS = ['Route', 'Remind', 'Escalate', 'Reassign', 'Resume', 'Close', 'Renew'] as const;

export const AdvanceInputSchema = z.strictObject({ ...ThreadRunSchema.shape, action: z.enum(ACTIONS) });

/** Outcomes are in the record, never in the execution. */
export const AdvanceOutputSchema = z.strictObject({});
