import * as z from 'zod';
import { fileRefSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { FINAL_DECISIONS } from './final-decision.js';

const taskNo = z.number().int();
const proposalSeq = z.number().int().positive();
const contactId = z.string().min(1).max(120);

/** A colleague or an office of the holder works on it from now on. Nothing else of the task changes. */
const taskAssignedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    contactId,
    /** Since when that contact has its address: the contacts' audit says whose it was. */
    addressSince: z.string().max(30),
    text: textRefSchema().nullable(),
  }),
);

/** A final decision as the official drafted it, before the head of the agency has agreed. */
const answerProposedSchema = lazily(() =>
  z.strictObject({
    taskNo,
    decision: z.enum(FINAL_DECISIONS),
    text: textRefSchema(),
    declaredBy: textRefSchema(),
    documentNo: z.string().max(80).nullable(),
    ground: z.string().max(40).nullable(),
    track: z.string().max(40).nullable(),
    body: textRefSchema().nullable(),
    evidence: z.array(fileRefSchema()).max(3),
    signedFile: fileRefSchema().nullable(),
    noEvidenceReason: textRefSchema().nullable(),
    supportOpenReason: textRefSchema().nullable(),
  }),
);

/** The head sends the draft back: the task is as it was before. */
const answerReturnedSchema = lazily(() =>
  z.strictObject({ taskNo, proposalSeq, text: textRefSchema(), declaredBy: textRefSchema() }),
);

/** Who agreed to a final answer, where a city asks for its head's approval. */
export const approvalSchema = lazily(() =>
  z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('head'),
      /** Event that drafted it. */
      proposalSeq,
      /** Contact that drafted it, and since when it has its address; the event's own actor is the head. */
      proposedBy: contactId,
      /** The head's name and position, as declared. */
      declaredBy: textRefSchema(),
    }),
    /** The head decided: no second act is needed. */
    z.strictObject({ by: z.literal('actor') }),
    /** There is no head who could be asked. */
    z.strictObject({ by: z.literal('nobody'), because: z.literal('no-head') }),
  ]),
);
export type Approval = z.infer<ReturnType<typeof approvalSchema>>;

/** Schemas of what happens inside the agency that holds the task, by type of event. */
export const insideAgencyEvents = {
  TaskAssigned: taskAssignedSchema,
  AnswerProposed: answerProposedSchema,
  AnswerReturned: answerReturnedSchema,
} as const;
