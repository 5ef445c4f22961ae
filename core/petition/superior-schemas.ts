import * as z from 'zod';
import { agencyRefSchema, assignmentSchema, promisedSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from './deadline-ref.js';

const taskNo = z.number().int();

/** The transfers between agencies of one tier are used up: their common superior names the agency. */
const arbitrationRequestedSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), assignment: assignmentSchema() }),
);

/** A superior names who has to settle the matter, and until when. */
const petitionDirectedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    text: textRefSchema(),
    assignment: assignmentSchema(),
    /** The superior's own deadline, where it set another one; else absent. */
    previous: z.string().max(30).optional(),
  }),
);

const extensionRequestedSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), until: deadlineRefSchema(), superior: agencyRefSchema() }),
);

const extensionApprovedSchema = lazily(() =>
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

const extensionRefusedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    requestSeq: z.number().int().positive(),
    text: textRefSchema(),
    declaredBy: textRefSchema(),
  }),
);

/** The holder of a late petition says what was done and by when it will be settled. */
const commitmentMadeSchema = lazily(() =>
  z.strictObject({ taskNo, text: textRefSchema(), commitment: deadlineRefSchema() }),
);

/** Schemas of what superiors decide, and of commitments, by type of event. */
export const superiorEvents = {
  ArbitrationRequested: arbitrationRequestedSchema,
  PetitionDirected: petitionDirectedSchema,
  ExtensionRequested: extensionRequestedSchema,
  ExtensionApproved: extensionApprovedSchema,
  ExtensionRefused: extensionRefusedSchema,
  CommitmentMade: commitmentMadeSchema,
} as const;
