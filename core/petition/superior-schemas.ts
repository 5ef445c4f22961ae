import * as z from 'zod';
import { agencyRefSchema, assignmentSchema, promisedSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from './deadline-ref.js';

const taskNo = z.number().int();

/** The transfers between agencies of one tier are used up: their common superior names the agency. */
export const arbitrationRequestedSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), assignment: assignmentSchema() }),
);

/** A superior names who has to settle the matter, and until when. */
export const petitionDirectedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    text: textRefSchema(),
    assignment: assignmentSchema(),
    /** The superior's own deadline, where it set another one; else absent. */
    previous: z.string().max(30).optional(),
  }),
);

export const extensionRequestedSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), until: deadlineRefSchema(), superior: agencyRefSchema() }),
);

export const extensionApprovedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    /** Event that asked. */
    requestSeq: z.number().int().positive(),
    text: textRefSchema().nullable(),
    declaredBy: textRefSchema(),
    resolveBy: deadlineRefSchema(),
    promised: promisedSchema(),
    previous: z.string().max(30),
  }),
);

export const extensionRefusedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    requestSeq: z.number().int().positive(),
    text: textRefSchema(),
    declaredBy: textRefSchema(),
  }),
);

/** The holder of a late petition says what was done and by when it will be settled. */
export const commitmentMadeSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), commitment: deadlineRefSchema() }),
);
