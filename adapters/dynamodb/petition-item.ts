import * as z from 'zod';
import { agencyRefSchema, assignmentSchema, promisedSchema } from '../../core/event-parts.js';
import { GUIDED_TRACKS, REFUSAL_GROUNDS } from '../../core/events.js';
import { lazily } from '../../core/lazily.js';
import { MESSAGE_CHANNELS } from '../../core/messages/channel.js';
import { deadlineRefSchema } from '../../core/petition/deadline-ref.js';
import { dueAt, HOP_KINDS, OUTCOME_KINDS, type Petition } from '../../core/petition/petition.js';
import { matterOfSchema } from '../../core/petition/matter-schemas.js';
import { FINAL_DECISIONS } from '../../core/petition/final-decision.js';
import { STATUSES } from '../../core/petition/transitions.js';
import { supportSchema, visitSchema } from './support-schema.js';
import { type ItemKey, keys, monthPartition, openKey, timeKey } from './keys.js';
import { latenessKeys } from './lateness-keys.js';
import { summaryOf } from './petition-summary.js';
import { parseItem } from './parse-item.js';

const instant = z.iso.datetime({ precision: 3 });
const id = z.string().min(1);

const answerCodeSchema = lazily(() =>
  z.strictObject({
    ...{ no: z.int(), seq: z.int(), contactId: z.string(), addressSince: z.string() },
    ...{ until: instant, failures: z.int() },
  }),
);

const taskSchema = lazily(() =>
  assignmentSchema().extend({
    no: z.int(),
    openedAt: instant,
    acceptedAt: instant.nullable(),
    remindedFor: instant.nullable(),
    overdueReminders: z.int(),
    extensions: z.int(),
    // Records from before notes were counted have none.
    notes: z.int().default(0),
    commitments: z.array(deadlineRefSchema()).default([]),
    extensionRequest: z
      .strictObject({
        seq: z.int(),
        at: instant,
        until: deadlineRefSchema(),
        superior: agencyRefSchema(),
      })
      .nullable()
      .default(null),
    extensionRequests: z.int().default(0),
    assignedTo: z.string().nullable().default(null),
    assignments: z.int().default(0),
    proposal: z
      .strictObject({
        ...{ seq: z.int(), at: instant, decision: z.enum(FINAL_DECISIONS), by: z.string() },
        code: answerCodeSchema().nullable().default(null),
      })
      .nullable()
      .default(null),
    proposals: z.int().default(0),
    voidProposals: z.array(z.strictObject({ seq: z.int(), at: instant })).default([]),
    pauses: z.int().default(0),
    pause: z
      .strictObject({ since: instant, until: deadlineRefSchema(), seq: z.int() })
      .nullable()
      .default(null),
  }),
);

const hopSchema = lazily(() =>
  z.strictObject({
    at: instant,
    kind: z.enum(HOP_KINDS),
    from: id.nullable(),
    to: id,
    toName: z.string(),
    isAnew: z.boolean().optional(),
  }),
);

const dateMoveSchema = lazily(() =>
  z.strictObject({
    at: instant,
    kind: z.enum(['extended', 'approved', 'directed']),
    from: instant,
    to: instant,
  }),
);

const outcomeSchema = lazily(() =>
  z.strictObject({
    kind: z.enum(OUTCOME_KINDS),
    at: instant,
    agencyId: z.string(),
    agencyName: z.string(),
    agencyTier: z.string().nullable().default(null),
    ground: z.enum(REFUSAL_GROUNDS).nullable(),
    track: z.enum(GUIDED_TRACKS).nullable().default(null),
    documentNo: z.string().nullable(),
    signedFile: z.strictObject({ sha256: z.string(), size: z.int() }).nullable().default(null),
    seq: z.int(),
  }),
);

const reclassificationSchema = lazily(() =>
  z.strictObject({
    at: instant,
    seq: z.int(),
    from: id,
    to: id,
    resolveBy: deadlineRefSchema().nullable(),
  }),
);

/** Records from before they were kept cannot tell of pauses that were over by then. */
const stoodSchema = lazily(() => z.array(z.strictObject({ since: instant, until: instant })));

const duplicateOfSchema = lazily(() =>
  z.strictObject({ id, code: z.string(), category: id, since: instant, seq: z.int() }),
);

/** The earliest notice that a record from before they were noted can tell of. */
const firstNoticeIn = ({ task, hops, outcome }: Pick<Petition, 'task' | 'hops' | 'outcome'>): string | null =>
  [
    task?.acceptedAt ?? null,
    outcome?.at ?? null,
    ...hops.filter(({ kind }) => kind === 'transferred' || kind === 'beyond-competence').map(({ at }) => at),
  ]
    .filter((at) => at !== null)
    .sort()[0] ?? null;

const headSchema = lazily(() => z.strictObject({ seq: z.int(), hash: z.string(), at: instant }));

const deliveredSchema = lazily(() =>
  z.strictObject({
    at: instant,
    by: z.enum(['email', 'phone', 'post', 'desk', 'tracking-page', ...MESSAGE_CHANNELS]),
  }),
);

/**
 * The stored record: as the fold makes it, so that "META equals the fold" can be checked field by field. Fields that came
 * later have the value that the fold gives to a history from before them, as far as the record can tell it: records are
 * never migrated. Where `calendars` is missing, deadlines stay as they were counted.
 */
const matterSchema = lazily(() =>
  z.strictObject({
    ...{ petitionId: id, code: z.string(), category: id },
    ended: z.strictObject({ at: instant, how: z.enum(['CLOSED', 'WITHDRAWN']) }).nullable(),
  }),
);

const petitionSchema = lazily(
  () =>
    z
      .strictObject({
        id,
        code: z.string(),
        status: z.enum(STATUSES),
        category: id,
        conditions: z.record(z.string(), z.boolean()),
        lane: z.enum(['admin', 'party']),
        serviceClass: id,
        provinceId: id,
        unitId: id.nullable(),
        placeIssue: z.string().nullable(),
        channel: z.string(),
        submitterKind: z.string(),
        addressee: id.nullable(),
        receivedBy: id.nullable(),
        // Records from before it was asked for have none.
        against: id.nullable().default(null),
        receivedAt: instant,
        people: z.int().nullable().default(null),
        externalRef: z.string().nullable().default(null),
        meetingId: id.nullable().default(null),
        followUpOn: z.string().nullable().default(null),
        promised: promisedSchema(),
        task: taskSchema().nullable(),
        hops: z.array(hopSchema()),
        dateMoves: z.array(dateMoveSchema()).default([]),
        transfers: z.int(),
        escalations: z.int(),
        outcome: outcomeSchema().nullable(),
        delivered: deliveredSchema().nullable(),
        feedbackUntil: deadlineRefSchema().nullable(),
        feedback: z
          .strictObject({ at: instant, satisfied: z.boolean(), rating: z.int().nullable() })
          .nullable()
          .default(null),
        reopenings: z.int().default(0),
        appeals: z.int().default(0),
        endedInPauseSince: instant.nullable().default(null),
        firstNoticeAt: instant.nullable().optional(),
        isFirstNoticeMissed: z.boolean().default(false),
        supplements: z.int().default(0),
        undelivered: z.int().default(0),
        receiptNo: z.int().default(1),
        supports: z.array(supportSchema()).default([]),
        visit: visitSchema().nullable().default(null),
        reclassifications: z.array(reclassificationSchema()).default([]),
        matterOf: matterOfSchema().nullable().default(null),
        matters: z.array(matterSchema()).default([]),
        stood: stoodSchema().default([]),
        duplicateOf: duplicateOfSchema().nullable().default(null),
        closedAt: instant.nullable(),
        calendars: z.record(z.string(), z.string()).default({}),
        head: headSchema(),
      })
      .transform(({ firstNoticeAt, ...record }) => ({
        ...record,
        firstNoticeAt: firstNoticeAt === undefined ? firstNoticeIn(record) : firstNoticeAt,
      })) satisfies z.ZodType<Petition>,
);

const petitionItemSchema = lazily(() => z.object({ schema: z.literal(1), petition: petitionSchema() }));

/** The META item: the record, its line for lists, and the keys of the indexes in which it stands. */
export const toPetitionItem = (petition: Petition): ItemKey & Record<string, unknown> => ({
  ...keys.petition(petition.id),
  schema: 1,
  petition,
  summary: summaryOf(petition),
  receivedMonth: monthPartition(petition.provinceId, petition.receivedAt),
  receivedKey: timeKey(petition.receivedAt, petition.id),
  ...(petition.unitId !== null && { unitId: petition.unitId }),
  ...(petition.task !== null && {
    holderId: petition.task.holder.id,
    holderKey: openKey(dueAt(petition), petition.id),
  }),
  ...latenessKeys(petition),
  ...(petition.closedAt !== null && {
    closedMonth: monthPartition(petition.provinceId, petition.closedAt),
    closedKey: timeKey(petition.closedAt, petition.id),
  }),
});

export const parsePetitionItem = (item: unknown): Petition =>
  parseItem(petitionItemSchema(), item, 'META').petition;

/** The record for whoever checks it: with what later fields have in older records where it can be read, else as it lies there. */
export const readStoredRecord = (item: Record<string, unknown>): unknown => {
  const parsed = petitionItemSchema().safeParse(item);
  return parsed.success ? parsed.data.petition : item['petition'];
};
