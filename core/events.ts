import * as z from 'zod';
import { DeadlineRefSchema } from './petition/deadline-ref.js';

const id = z.string().min(1).max(120);
const instant = z.string().max(30);
const digest = z.string().max(64);

/** A party to an event. Persons are ids only: names live in the vault. */
export const ActorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('resident') }),
  z.strictObject({ kind: z.literal('agency'), agencyId: id, contactId: id }),
  z.strictObject({ kind: z.literal('operator'), userId: id }),
  z.strictObject({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof ActorSchema>;

/** An agency as it was called on the day: history stays readable after a reform. */
export const AgencyRefSchema = z.strictObject({
  id,
  name: z.string().max(200),
  tier: z.string().max(20),
});
export type AgencyRef = z.infer<typeof AgencyRefSchema>;

/** The task that a hop opens: who holds it, until when, and why (rule of the competence data, with its status). */
export const AssignmentSchema = z.strictObject({
  holder: AgencyRefSchema,
  /** Instant when the holder ceases to exist, if known. */
  holderValidTo: instant.nullable(),
  support: z.array(AgencyRefSchema).max(20),
  rule: z.strictObject({
    id: z.string().max(60),
    basis: z.string().max(300),
    status: z.enum(['sourced', 'assumed']),
    reason: z.string().max(1000),
  }),
  acceptBy: DeadlineRefSchema.nullable(),
  resolveBy: DeadlineRefSchema.nullable(),
  /** Party and Front lane: when to follow up; never late. */
  followUpAt: DeadlineRefSchema.nullable(),
  /** Top of the chain: nobody above to escalate to. */
  isLastOwner: z.boolean(),
  /** The reception desk holds it because no rule or no place decides. */
  isTriage: z.boolean(),
});
export type Assignment = z.infer<typeof AssignmentSchema>;

/** A file in the evidence bucket. */
export const FileRefSchema = z.strictObject({
  key: z.string().max(200),
  sha256: z.string().length(64),
  type: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  size: z.number().int().positive(),
});
export type FileRef = z.infer<typeof FileRefSchema>;

/** A text kept in the vault under this event's number; `digest` is salted there. */
export const TextRefSchema = z.strictObject({ digest });
export type TextRef = z.infer<typeof TextRefSchema>;

/** Promises made to the resident. */
export const PromisedSchema = z.strictObject({
  firstNoticeBy: DeadlineRefSchema,
  resolveBy: DeadlineRefSchema.nullable(),
});

/** Legal grounds on which a petition may be refused; basis in registry/data/texts. */
export const REFUSAL_GROUNDS = [
  'not-a-petition',
  'already-settled',
  'outside-state-competence',
  'no-factual-basis',
  'court-or-inspection',
] as const;

export const CLOSED_BECAUSE = ['silence-after-delivery', 'satisfied'] as const;

const data = {
  PetitionSubmitted: z.strictObject({
    code: z.string().length(13),
    category: id,
    conditions: z.record(z.string().max(40), z.boolean()),
    lane: z.enum(['admin', 'party']),
    serviceClass: id,
    provinceId: id,
    /** Ward as named by the resident or found from the point; null when the place must be asked for. */
    unitId: id.nullable(),
    /** Why the place is undecided (border band, divided ward …); set when unitId is null. */
    placeIssue: z.string().max(40).nullable(),
    channel: z.string().max(40),
    submitterKind: z.string().max(40),
    addressee: id.nullable(),
    receivedBy: id.nullable(),
    files: z.array(FileRefSchema).max(3),
    text: TextRefSchema,
    promised: PromisedSchema,
  }),
  PetitionRouted: z.strictObject({ assignment: AssignmentSchema }),
  TaskAccepted: z.strictObject({ taskNo: z.number().int(), text: TextRefSchema.nullable() }),
  PetitionResolved: z.strictObject({
    taskNo: z.number().int(),
    text: TextRefSchema,
    declaredBy: TextRefSchema,
    evidence: z.array(FileRefSchema).max(3),
    noEvidenceReason: TextRefSchema.nullable(),
    documentNo: z.string().max(80).nullable(),
  }),
  PetitionRejected: z.strictObject({
    taskNo: z.number().int(),
    ground: z.enum(REFUSAL_GROUNDS),
    text: TextRefSchema,
    declaredBy: TextRefSchema,
    documentNo: z.string().max(80).nullable(),
  }),
  PetitionTransferred: z.strictObject({
    taskNo: z.number().int(),
    text: TextRefSchema,
    assignment: AssignmentSchema,
    /** A transfer back to a former holder counts double; what the reception desk sends on does not count. */
    weight: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  }),
  BeyondCompetenceDeclared: z.strictObject({
    taskNo: z.number().int(),
    text: TextRefSchema,
    conditions: z.record(z.string().max(40), z.boolean()),
    assignment: AssignmentSchema,
    promised: PromisedSchema,
  }),
  DeadlineExtended: z.strictObject({
    taskNo: z.number().int(),
    text: TextRefSchema,
    resolveBy: DeadlineRefSchema,
    promised: PromisedSchema,
  }),
  ProgressNoted: z.strictObject({ taskNo: z.number().int(), text: TextRefSchema }),
  HolderReminded: z.strictObject({
    taskNo: z.number().int(),
    kind: z.enum(['before-due', 'overdue', 'follow-up']),
    /** The planned instant that this reminder stands for. */
    planned: instant,
    copyToHead: z.boolean(),
  }),
  PetitionEscalated: z.strictObject({
    taskNo: z.number().int(),
    assignment: AssignmentSchema,
    lateSince: instant,
  }),
  PetitionReassigned: z.strictObject({
    taskNo: z.number().int(),
    assignment: AssignmentSchema,
    because: z.enum(['holder-abolished']),
  }),
  AnswerDelivered: z.strictObject({
    by: z.enum(['email', 'phone', 'post', 'desk']),
    feedbackUntil: DeadlineRefSchema,
  }),
  PetitionClosed: z.strictObject({ because: z.enum(CLOSED_BECAUSE) }),
} as const;

/** Schemas of each event's `data`, by type. */
export const EVENT_DATA = data;
export type EventType = keyof typeof data;
export type EventData<T extends EventType> = z.infer<(typeof data)[T]>;

/** An event before it is numbered and sealed. */
export type Happening = { [T in EventType]: { type: T; data: EventData<T> } }[EventType];

/** What every event carries besides its data. Additive changes keep `schema`; others raise it. */
export interface Envelope {
  schema: 1;
  petitionId: string;
  /** From 1, without gaps. */
  seq: number;
  /** Legal time: max(now, the previous event's `at`). */
  at: string;
  actor: Actor;
  /** Registry release by which it was decided. */
  release: string;
  alg: string;
  prevHash: string;
  hash: string;
}

/** One entry of a petition's history: sealed, never updated, never deleted. */
export type PetitionEvent = Envelope & Happening;

const envelope = {
  schema: z.literal(1),
  petitionId: id,
  seq: z.number().int().positive(),
  at: instant,
  actor: ActorSchema,
  release: z.string().max(64),
  alg: z.string().max(40),
  prevHash: z.string().max(128),
  hash: z.string().max(128),
};

/** Parses a stored event; unknown types or fields are an error, never skipped. */
export const parseEvent = (raw: unknown): PetitionEvent => {
  const type = z.object({ type: z.enum(Object.keys(data) as [EventType, ...EventType[]]) }).parse(raw).type;
  return z
    .strictObject({ ...envelope, type: z.literal(type), data: data[type] as z.ZodType })
    .parse(raw) as PetitionEvent;
};
