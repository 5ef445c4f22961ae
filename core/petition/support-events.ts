import * as z from 'zod';
import { agencyRefSchema, fileRefSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from './deadline-ref.js';
import { TENURE_ENDS } from './tenure-ends.js';

const instant = z.string().max(30);

/** Support tasks open at once on one petition. */
export const MAX_OPEN_SUPPORTS = 5;
/** Support tasks of one petition in all: each is a thread with a number of its own. */
export const MAX_SUPPORTS = 15;

/** Name of a handling thread beside `lead`. */
export const SUPPORT_THREAD = /^support-([1-9]|1[0-5])$/;

/** Why a support task ended without an answer, by an event of its own. */
export const SUPPORT_ENDS = ['cancelled', 'leads-now', 'no-successor'] as const;

const thread = () => z.string().regex(SUPPORT_THREAD);
/** The support task that the event is about: thread, and number of the task in it. */
const task = () => ({ thread: thread(), taskNo: z.number().int().positive() });

/** Who is asked, until when, and by which rule. */
export const supportAssignmentSchema = lazily(() =>
  z.strictObject({
    holder: agencyRefSchema(),
    holderValidTo: instant.nullable(),
    dueBy: deadlineRefSchema(),
    rule: z.strictObject({
      id: z.string().max(60),
      basis: z.string().max(300),
      status: z.enum(['sourced', 'assumed']),
      reason: z.string().max(1000),
    }),
  }),
);
export type SupportAssignment = z.infer<ReturnType<typeof supportAssignmentSchema>>;

/** Data of the events of support tasks and of site visits. */
export const supportEvents = {
  /** One form asks several agencies: each gets a thread of its own. */
  SupportRequested: () =>
    z.strictObject({
      /** The lead's task. */
      taskNo: z.number().int(),
      text: textRefSchema(),
      requests: z
        .array(z.strictObject({ thread: thread(), assignment: supportAssignmentSchema() }))
        .min(1)
        .max(MAX_OPEN_SUPPORTS),
    }),
  SupportAccepted: () => z.strictObject({ ...task(), text: textRefSchema().nullable() }),
  SupportNoted: () => z.strictObject({ ...task(), text: textRefSchema() }),
  SupportAnswered: () =>
    z.strictObject({
      ...task(),
      /** `declined`: the agency says why it cannot contribute. */
      outcome: z.enum(['answered', 'declined']),
      text: textRefSchema(),
      declaredBy: textRefSchema(),
      documentNo: z.string().max(80).nullable(),
      evidence: z.array(fileRefSchema()).max(3),
    }),
  SupportReminded: () =>
    z.strictObject({
      ...task(),
      kind: z.enum(['before-due', 'overdue']),
      /** The planned instant that this reminder stands for. */
      planned: instant,
      copyToHead: z.boolean(),
    }),
  SupportEscalated: () =>
    z.strictObject({ ...task(), assignment: supportAssignmentSchema(), lateSince: instant }),
  SupportReassigned: () =>
    z.strictObject({ ...task(), assignment: supportAssignmentSchema(), because: z.enum(TENURE_ENDS) }),
  /** The agency asked names the one that is right to contribute; the day stays. */
  SupportTransferred: () =>
    z.strictObject({ ...task(), text: textRefSchema(), assignment: supportAssignmentSchema() }),
  /** The agency asked wants more time; nothing moves by it. */
  SupportExtensionRequested: () =>
    z.strictObject({ ...task(), text: textRefSchema(), until: deadlineRefSchema() }),
  SupportExtensionAllowed: () =>
    z.strictObject({
      ...task(),
      /** Event that asked. */
      requestSeq: z.number().int().positive(),
      text: textRefSchema().nullable(),
      dueBy: deadlineRefSchema(),
      previous: instant,
    }),
  SupportExtensionRefused: () =>
    z.strictObject({ ...task(), requestSeq: z.number().int().positive(), text: textRefSchema() }),
  SupportEnded: () =>
    z.strictObject({ ...task(), because: z.enum(SUPPORT_ENDS), text: textRefSchema().nullable() }),
  SiteVisitProposed: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      /** Where to meet; free text, so in the vault. */
      place: textRefSchema(),
      startsAt: instant,
      endsAt: instant,
      /** From 0; a visit that is moved raises it, so that calendars replace the entry. */
      sequence: z.number().int().nonnegative(),
    }),
} as const;

/** Support tasks that a final answer of the lead leaves without one, and why. */
export const openSupportsSchema = lazily(() =>
  z.strictObject({ threads: z.array(thread()).min(1).max(MAX_OPEN_SUPPORTS), reason: textRefSchema() }),
);
