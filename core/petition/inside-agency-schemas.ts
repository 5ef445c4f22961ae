import * as z from 'zod';
import { fileRefSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { FINAL_DECISIONS } from './final-decision.js';

const taskNo = z.number().int();
const proposalSeq = z.number().int().positive();
const contactId = z.string().min(1).max(120);
/** Wider than what is allowed today, so that histories stay readable. */
const [MAX_CODES, MAX_TRIES] = [20, 20];

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

/** The head's contact that a code goes to, since when it has its address, and until when the code holds; no digits. */
const codeFor = lazily(() =>
  z.strictObject({ contactId, addressSince: z.string().max(30), until: z.string().max(30) }),
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
    /** Only where the head approves by a one-time code: the first one. */
    code: codeFor().optional(),
  }),
);

/** The head sends the draft back: the task is as it was before. */
const answerReturnedSchema = lazily(() =>
  z.strictObject({ taskNo, proposalSeq, text: textRefSchema(), declaredBy: textRefSchema() }),
);

const codeNo = z.number().int().min(1).max(MAX_CODES);

/** A wrong code was typed for a draft; which one is not kept. */
const answerCodeFailedSchema = lazily(() =>
  z.strictObject({ taskNo, proposalSeq, codeNo, tryNo: z.number().int().min(1).max(MAX_TRIES) }),
);

/** Another code for the same draft: the one before it is void. */
const answerCodeRequestedSchema = lazily(() =>
  z.strictObject({ taskNo, proposalSeq, codeNo, ...codeFor().shape }),
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
    z.strictObject({
      by: z.literal('code'),
      /** Event that drafted it. */
      proposalSeq,
      /** Contact that drafted it; the event's own actor is whoever typed the code. */
      proposedBy: contactId,
      /** Which code of the draft it was. */
      codeNo,
      /** The head's contact that had the code, and since when it has its address. */
      contactId,
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
  AnswerCodeFailed: answerCodeFailedSchema,
  AnswerCodeRequested: answerCodeRequestedSchema,
} as const;
