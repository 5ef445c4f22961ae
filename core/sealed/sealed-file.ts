import * as z from 'zod';
import { IllegalTransitionError } from '../errors.js';
import { agencyRefSchema, type AgencyRef } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from '../petition/deadline-ref.js';
import type { Instant } from '../time.js';
import {
  CLOSURES,
  excludedSchema,
  TERMS,
  type Excluded,
  type SealedEvent,
  type SealedEventType,
  type Term,
} from './sealed-events.js';

const shared = () => ({
  id: z.string(),
  code: z.string(),
  provinceId: z.string(),
  receivedAt: z.string(),
  accused: agencyRefSchema().nullable(),
  superiorToo: z.boolean(),
  excluded: excludedSchema(),
  /** Holds the file: never the unit complained about, never anybody below it. */
  body: agencyRefSchema(),
  checkBy: deadlineRefSchema(),
  sealedSha256: z.string(),
  /** Dates that went by; records from before these were noted have none. */
  missed: z.array(z.enum(TERMS)).max(2).default([]),
  /** How often the identity was looked at. */
  unsealings: z.int().nonnegative(),
  head: z.strictObject({ seq: z.int().positive(), hash: z.string(), at: z.string() }),
});

const documented = { documentNo: z.string(), at: z.string() };

/** The record of a denunciation: what it says about persons is in the vault alone. */
const fileSchema = lazily(() =>
  z.discriminatedUnion('status', [
    z.strictObject({ ...shared(), status: z.literal('RECEIVED') }),
    z.strictObject({
      ...shared(),
      status: z.literal('HANDED-OVER'),
      handedOver: z.strictObject({ ...documented, resolveBy: deadlineRefSchema() }),
    }),
    z.strictObject({
      ...shared(),
      status: z.literal('CLOSED'),
      handedOver: z.strictObject({ ...documented, resolveBy: deadlineRefSchema() }).nullable(),
      closed: z.strictObject({ ...documented, closure: z.enum(CLOSURES) }),
    }),
  ]),
);
export type SealedFile = z.infer<ReturnType<typeof fileSchema>>;

/** Whom a file that names no exclusions keeps out: the accused. Whoever is below, the watch adds with its next pass. */
const onlyAccused = (accused: AgencyRef | null): Excluded => ({
  accused: accused === null ? [] : [accused.id],
  below: [],
});

const namesNoneSchema = lazily(() =>
  z.looseObject({ excluded: z.undefined().optional(), accused: agencyRefSchema().nullable() }),
);

/** Fills in what records lack that were stored before exclusions were named. */
const withExcluded = (raw: unknown): unknown => {
  const old = namesNoneSchema().safeParse(raw);
  return old.success ? { ...old.data, excluded: onlyAccused(old.data.accused) } : raw;
};

/** The record as stored, older ones included. */
export const sealedFileSchema = lazily(() => z.preprocess(withExcluded, fileSchema()));
export type SealedStatus = SealedFile['status'];

/** In which states each event may follow. Looking stays possible after the end, and is on record as ever. */
const ALLOWED: Record<Exclude<SealedEventType, 'DenunciationReceived'>, readonly SealedStatus[]> = {
  IdentityUnsealed: ['RECEIVED', 'HANDED-OVER', 'CLOSED'],
  DenunciationHandedOver: ['RECEIVED'],
  DenunciationClosed: ['RECEIVED', 'HANDED-OVER'],
  DateMissed: ['RECEIVED', 'HANDED-OVER'],
  BodyChanged: ['RECEIVED', 'HANDED-OVER'],
  ExclusionsGrew: ['RECEIVED', 'HANDED-OVER'],
};

/** The next date of an open file; null when it is closed. An open file always has one, and a body. */
export const nextDateOf = (file: SealedFile): Instant | null => {
  switch (file.status) {
    case 'RECEIVED':
      return file.checkBy.at;
    case 'HANDED-OVER':
      return file.handedOver.resolveBy.at;
    case 'CLOSED':
      return null;
  }
};

export const isSealedLate = (file: SealedFile, now: Instant): boolean => {
  const next = nextDateOf(file);
  return next !== null && next < now;
};

/** The date that has gone by and is not yet noted; null when there is none. */
export const missedTerm = (file: SealedFile, now: Instant): Term | null => {
  const term = file.status === 'RECEIVED' ? 'check' : 'resolve';
  return isSealedLate(file, now) && !file.missed.includes(term) ? term : null;
};

const headOf = ({ seq, hash, at }: SealedEvent): SealedFile['head'] => ({ seq, hash, at });

const opened = (event: SealedEvent): SealedFile => {
  if (event.type !== 'DenunciationReceived' || event.seq !== 1)
    throw new IllegalTransitionError(event.type, 'NONE');
  const { rule: _, entered, excluded = onlyAccused(event.data.accused), ...facts } = event.data;
  return {
    ...{ ...facts, excluded, id: event.petitionId, status: 'RECEIVED', missed: [], unsealings: 0 },
    receivedAt: entered?.receivedAt ?? event.at,
    head: headOf(event),
  };
};

const closed = (
  before: SealedFile,
  event: Extract<SealedEvent, { type: 'DenunciationClosed' }>,
): SealedFile => {
  if (before.status === 'CLOSED') throw new IllegalTransitionError(event.type, before.status);
  const handedOver = before.status === 'HANDED-OVER' ? before.handedOver : null;
  return { ...before, status: 'CLOSED', handedOver, closed: { ...event.data, at: event.at } };
};

const folded = (before: SealedFile, event: SealedEvent): SealedFile => {
  switch (event.type) {
    case 'DenunciationReceived':
      throw new IllegalTransitionError(event.type, before.status);
    case 'IdentityUnsealed':
      return { ...before, unsealings: before.unsealings + 1 };
    case 'DenunciationHandedOver':
      return { ...before, status: 'HANDED-OVER', handedOver: { ...event.data, at: event.at } };
    case 'DenunciationClosed':
      return closed(before, event);
    case 'DateMissed':
      return { ...before, missed: [...before.missed, event.data.term] };
    case 'BodyChanged':
      return { ...before, body: event.data.body, excluded: event.data.excluded ?? before.excluded };
    case 'ExclusionsGrew':
      return { ...before, excluded: event.data.excluded };
  }
};

/** The record after an event. @throws IllegalTransitionError when the state does not allow it. */
export const applySealedEvent = (before: SealedFile | null, event: SealedEvent): SealedFile => {
  if (before === null) return opened(event);
  const allowed = event.type === 'DenunciationReceived' ? [] : ALLOWED[event.type];
  if (!allowed.includes(before.status)) throw new IllegalTransitionError(event.type, before.status);
  return { ...folded(before, event), head: headOf(event) };
};
