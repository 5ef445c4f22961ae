import * as z from 'zod';
import { lazily } from './lazily.js';
import { deadlineRefSchema } from './petition/deadline-ref.js';

const id = z.string().min(1).max(120);
const instant = z.string().max(30);

/** A party to an event. Persons are ids only: names live in the vault. */
export const actorSchema = lazily(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('resident') }),
    z.strictObject({ kind: z.literal('agency'), agencyId: id, contactId: id }),
    z.strictObject({ kind: z.literal('operator'), userId: id }),
    z.strictObject({ kind: z.literal('system') }),
  ]),
);
export type Actor = z.infer<ReturnType<typeof actorSchema>>;

/** An agency as it was called on the day: history stays readable after a reform. */
export const agencyRefSchema = lazily(() =>
  z.strictObject({
    id,
    name: z.string().max(200),
    tier: z.string().max(20),
  }),
);
export type AgencyRef = z.infer<ReturnType<typeof agencyRefSchema>>;

/** The task that a hop opens: who holds it, until when, and why (rule of the competence data, with its status). */
export const assignmentSchema = lazily(() =>
  z.strictObject({
    holder: agencyRefSchema(),
    /** Instant when the holder ceases to exist, if known. */
    holderValidTo: instant.nullable(),
    support: z.array(agencyRefSchema()).max(20),
    rule: z.strictObject({
      id: z.string().max(60),
      basis: z.string().max(300),
      status: z.enum(['sourced', 'assumed']),
      reason: z.string().max(1000),
    }),
    acceptBy: deadlineRefSchema().nullable(),
    resolveBy: deadlineRefSchema().nullable(),
    /** Party and Front lane: when to follow up; never late. */
    followUpAt: deadlineRefSchema().nullable(),
    /** Top of the chain: nobody above to escalate to. */
    isLastOwner: z.boolean(),
    /** The reception desk holds it because no rule or no place decides. */
    isTriage: z.boolean(),
  }),
);
export type Assignment = z.infer<ReturnType<typeof assignmentSchema>>;

/** A file in the evidence bucket. */
export const fileRefSchema = lazily(() =>
  z.strictObject({
    key: z.string().max(200),
    sha256: z.string().length(64),
    type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
    size: z.number().int().positive(),
  }),
);
export type FileRef = z.infer<ReturnType<typeof fileRefSchema>>;

/** A text kept in the vault under this event's number; `digest` is salted there. */
export const textRefSchema = lazily(() => z.strictObject({ digest: z.string().max(64) }));
export type TextRef = z.infer<ReturnType<typeof textRefSchema>>;

/** Promises made to the resident. */
export const promisedSchema = lazily(() =>
  z.strictObject({
    firstNoticeBy: deadlineRefSchema(),
    resolveBy: deadlineRefSchema().nullable(),
  }),
);
