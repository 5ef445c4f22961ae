import * as z from 'zod';
import {
  actorSchema,
  assignmentSchema,
  fileRefSchema,
  promisedSchema,
  textRefSchema,
  type Actor,
} from './event-parts.js';
import { lazily } from './lazily.js';
import { MESSAGE_CHANNELS } from './messages/channel.js';
import { CLOSED_BECAUSE } from './petition/closed-because.js';
import { deadlineRefSchema } from './petition/deadline-ref.js';
import { matterEvents, matterOfSchema } from './petition/matter-schemas.js';
import { duplicateEvents, followsSchema } from './petition/duplicate-events.js';
import { petitionReclassifiedSchema } from './petition/reclassified-schema.js';
import { deadlinesRecountedSchema } from './petition/recount-schema.js';
import { approvalSchema, insideAgencyEvents } from './petition/inside-agency-schemas.js';
import { openSupportsSchema, supportEvents } from './petition/support-events.js';
import { superiorEvents } from './petition/superior-schemas.js';
import { TENURE_ENDS } from './petition/tenure-ends.js';
import { undeliveredSchema } from './petition/undelivered-schema.js';

const id = z.string().min(1).max(120);
const instant = z.string().max(30);

/** Legal grounds on which a petition may be refused; what each rests on: petition/refusal-grounds.ts. */
export const REFUSAL_GROUNDS = [
  'not-a-petition',
  'already-settled',
  'outside-state-competence',
  'no-factual-basis',
  'court-or-inspection',
] as const;

/** Statutory tracks to which a petition that is none can be sent, as the official's form names them. */
export const GUIDED_TRACKS = [
  'khieu-nai',
  'to-cao',
  'khoi-kien',
  'thi-hanh-an',
  'thu-tuc-hanh-chinh',
] as const;

/** From 1 (bad) to 5 (good); without the person it came from. */
const rating = lazily(() => z.number().int().min(1).max(5).nullable());

/** What every final answer carries: its text, who declares it, the number of a document signed apart from it. */
const answer = () => ({
  taskNo: z.number().int(),
  text: textRefSchema(),
  declaredBy: textRefSchema(),
  documentNo: z.string().max(80).nullable(),
  /** Absent when nobody still owed the lead a contribution. */
  openSupports: openSupportsSchema().optional(),
  /** That document itself, as a PDF; absent when none was attached. */
  signedFile: fileRefSchema().optional(),
  /**
   * Only where the submitter gave no name: the answer is published with its code, which is its delivery, and silence until
   * here closes the petition.
   */
  feedbackUntil: deadlineRefSchema().optional(),
  /** The answer of another petition that this one repeats; nobody decided it on its own page. */
  follows: followsSchema().optional(),
  /** Only where a city asks for the head's approval: who gave it, or why nobody did. */
  approval: approvalSchema().optional(),
});

/** Not satisfied: the matter is open once more. */
const openedAgain = () =>
  z.strictObject({
    rating: rating(),
    text: textRefSchema(),
    assignment: assignmentSchema(),
    promised: promisedSchema(),
  });

/** When the holder's tenure ended the pause, where that was before the resident's time was over and before this event. */
const stoodUntil = () => ({ stoodUntil: instant.optional() });

/** What only the reception desk knows of a petition; each is absent when it was not given. */
const enteredFields = lazily(() => ({
  /** When it was received, if that was before it was entered: every term counts from then. */
  receivedAt: instant.optional(),
  receivedAtReason: textRefSchema().optional(),
  /** The submitter speaks for somebody else, whose name is in the vault. */
  isOnBehalf: z.literal(true).optional(),
  /** How many people hand it in together. */
  people: z.number().int().positive().optional(),
  /** How many of them represent the others; their names are in the vault. */
  representatives: z.number().int().positive().optional(),
  /** Id of the matter in another system. */
  externalRef: z.string().max(60).optional(),
  /** The meeting at which it was raised. */
  meetingId: id.optional(),
  /** Party lane: the day of the follow-up, as the leader named it. */
  followUpOn: z.string().length(10).optional(),
}));

/** Schemas of each event's `data`, by type; made when the first such event is read, since most functions read few. */
const data = {
  PetitionSubmitted: () =>
    z.strictObject({
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
      /** Agency whose officials it is about; absent in events from before it was asked for. */
      against: id.nullable().optional(),
      ...enteredFields(),
      /** The submission of which this is one matter; absent for a whole one. */
      matterOf: matterOfSchema().optional(),
      files: z.array(fileRefSchema()).max(3),
      text: textRefSchema(),
      promised: promisedSchema(),
    }),
  PetitionRouted: () => z.strictObject({ assignment: assignmentSchema() }),
  TaskAccepted: () => z.strictObject({ taskNo: z.number().int(), text: textRefSchema().nullable() }),
  PetitionResolved: () =>
    z.strictObject({
      ...answer(),
      evidence: z.array(fileRefSchema()).max(3),
      noEvidenceReason: textRefSchema().nullable(),
    }),
  PetitionRejected: () =>
    z.strictObject({
      ...answer(),
      ground: z.enum(REFUSAL_GROUNDS),
    }),
  PetitionTransferred: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      assignment: assignmentSchema(),
      /** A transfer back to a former holder counts double; what the reception desk sends on does not count. */
      weight: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    }),
  BeyondCompetenceDeclared: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      conditions: z.record(z.string().max(40), z.boolean()),
      assignment: assignmentSchema(),
      promised: promisedSchema(),
    }),
  PetitionReclassified: petitionReclassifiedSchema,
  DeadlineExtended: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      resolveBy: deadlineRefSchema(),
      promised: promisedSchema(),
      /** The date before; absent in events from before it was noted. */
      previous: instant.optional(),
    }),
  PetitionGuided: () =>
    z.strictObject({
      ...answer(),
      track: z.enum(GUIDED_TRACKS),
    }),
  /** Sent on to a body that is not in the registry; its name is in the vault, beside the text. */
  PetitionForwarded: () =>
    z.strictObject({
      ...answer(),
      body: textRefSchema(),
    }),
  ResidentAsked: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      /** The clock stands still until the answer, at the longest until here. */
      waitUntil: deadlineRefSchema(),
    }),
  /** The clock runs on: what was left of the terms when it stopped is left still. */
  ResidentAnswered: () =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      resolveBy: deadlineRefSchema().nullable(),
      promised: promisedSchema(),
      /** The holder's commitment, moved like its term; absent while there is none. */
      commitment: deadlineRefSchema().optional(),
      ...stoodUntil(),
    }),
  ResidentSupplemented: () => z.strictObject({ taskNo: z.number().int(), text: textRefSchema() }),
  PauseEnded: () =>
    z.strictObject({
      taskNo: z.number().int(),
      because: z.enum(['no-answer', ...TENURE_ENDS]),
      resolveBy: deadlineRefSchema().nullable(),
      promised: promisedSchema(),
      /** The holder's commitment, moved like its term; absent while there is none. */
      commitment: deadlineRefSchema().optional(),
      ...stoodUntil(),
    }),
  PetitionWithdrawn: () => z.strictObject({ text: textRefSchema().nullable() }),
  FeedbackGiven: () =>
    z.strictObject({ satisfied: z.boolean(), rating: rating(), text: textRefSchema().nullable() }),
  PetitionReopened: openedAgain,
  PetitionAppealed: openedAgain,
  DeadlinesRecounted: deadlinesRecountedSchema,
  ProgressNoted: () => z.strictObject({ taskNo: z.number().int(), text: textRefSchema() }),
  HolderReminded: () =>
    z.strictObject({
      taskNo: z.number().int(),
      /** `first-notice`: the resident has heard nothing in writing within the legal term. */
      kind: z.enum(['before-due', 'overdue', 'follow-up', 'first-notice']),
      /** The planned instant that this reminder stands for. */
      planned: instant,
      copyToHead: z.boolean(),
    }),
  PetitionEscalated: () =>
    z.strictObject({
      taskNo: z.number().int(),
      assignment: assignmentSchema(),
      lateSince: instant,
      /** Absent where the holder's own deadline has passed. */
      because: z.literal('commitment-missed').optional(),
      /** The draft that still waited for the head of the holder: it ends with this. */
      openProposal: z.number().int().positive().optional(),
    }),
  PetitionReassigned: () =>
    z.strictObject({
      taskNo: z.number().int(),
      assignment: assignmentSchema(),
      because: z.enum(TENURE_ENDS),
    }),
  AnswerDelivered: () =>
    z.strictObject({
      by: z.enum(['email', 'phone', 'post', 'desk', ...MESSAGE_CHANNELS]),
      feedbackUntil: deadlineRefSchema(),
    }),
  ...superiorEvents,
  ...insideAgencyEvents,
  /** A mail did not reach its recipient, as the mail service reports later, or for want of an address. Moves no deadline. */
  NoticeUndelivered: undeliveredSchema,
  /** The desk handed out a new receipt to somebody who had lost the code; the secrets before it are void. */
  CodeRecovered: () =>
    z.strictObject({
      /** The receipts are numbered; the first one is that of the intake. */
      receiptNo: z.number().int().min(2),
      reason: textRefSchema(),
    }),
  PetitionClosed: () => z.strictObject({ because: z.enum(CLOSED_BECAUSE) }),
  ...matterEvents,
  ...supportEvents,
  ...duplicateEvents,
} as const;

export type EventType = keyof typeof data;
export type EventData<T extends EventType> = z.infer<ReturnType<(typeof data)[T]>>;

/** Every type of event that a history may hold. */
export const EVENT_TYPES: readonly EventType[] = Object.keys(data) as EventType[];

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

const typedSchema = lazily(() => z.object({ type: z.enum(EVENT_TYPES) }));

const makeSchema = (type: EventType): z.ZodType =>
  z.strictObject({
    schema: z.literal(1),
    petitionId: id,
    seq: z.number().int().positive(),
    at: instant,
    actor: actorSchema(),
    release: z.string().max(64),
    alg: z.string().max(40),
    prevHash: z.string().max(128),
    hash: z.string().max(128),
    type: z.literal(type),
    data: data[type](),
  });

const made = new Map<EventType, z.ZodType>();

const schemaOf = (type: EventType): z.ZodType => {
  const schema = made.get(type) ?? makeSchema(type);
  made.set(type, schema);
  return schema;
};

/** Parses a stored event; unknown types or fields are an error, never skipped. */
export const parseEvent = (raw: unknown): PetitionEvent =>
  schemaOf(typedSchema().parse(raw).type).parse(raw) as PetitionEvent;
