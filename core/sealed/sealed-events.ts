import * as z from 'zod';
import { agencyRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from '../petition/deadline-ref.js';

const id = z.string().min(1).max(120);

/** Why the identity of a denouncer may be looked at. A closed set: words of their own would say too much in a history. */
export const UNSEAL_REASONS = [
  'check-acceptance',
  'verify-content',
  'protect-denouncer',
  'ordered-in-writing',
] as const;
export type UnsealReason = (typeof UNSEAL_REASONS)[number];

/** How a file ends: settled by a conclusion, not accepted as a denunciation, or passed to another competent body. */
export const CLOSURES = ['concluded', 'not-accepted', 'passed-on'] as const;
export type Closure = (typeof CLOSURES)[number];

/** How the receiving body was found. */
export const BODY_RULES = ['superior', 'inspection', 'province'] as const;

/** Why a file left its body: it is no more; or it took over an accused one, or stands below one now. */
export const BODY_CHANGES = ['body-ended', 'body-excluded'] as const;

/** How a denunciation reached the desk that enters it: handed over in person, or sent. */
export const ENTRY_CHANNELS = ['counter', 'post'] as const;
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];

/** Why it is entered on a later day than it was received. A closed set, as everything in a history. */
export const LATE_ENTRY_REASONS = ['out-of-hours', 'forwarded', 'system-down', 'paper-register'] as const;
export type LateEntryReason = (typeof LATE_ENTRY_REASONS)[number];

/** The two dates of a file: until the check, and until the end of the procedure. */
export const TERMS = ['check', 'resolve'] as const;
export type Term = (typeof TERMS)[number];

export const excludedSchema = lazily(() =>
  z.strictObject({ accused: z.array(id).max(200), below: z.array(id).max(200) }),
);
/** Ids of agencies that may neither hold, nor open, nor hear of a file. */
export type Excluded = z.infer<ReturnType<typeof excludedSchema>>;

/** Number of a paper as officials write it: no room for a sentence. */
export const DOCUMENT_NO = /^[\p{L}\p{N}][\p{L}\p{N} ./()-]{0,39}$/u;
const documentNo = () => z.string().regex(DOCUMENT_NO);

/** An officer of the restricted role is an id of the identity provider; no name. */
const actorSchema = lazily(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('denouncer') }),
    z.strictObject({ kind: z.literal('officer'), userId: id, bodyId: id }),
    z.strictObject({ kind: z.literal('system') }),
  ]),
);
export type SealedActor = z.infer<ReturnType<typeof actorSchema>>;

const data = {
  DenunciationReceived: () =>
    z.strictObject({
      code: z.string().length(13),
      provinceId: id,
      /** The unit complained about, where the registry knows it; a free name is in the vault. */
      accused: agencyRefSchema().nullable(),
      superiorToo: z.boolean(),
      /** Those accused on that day, the superior too where it is, and those below them. Older events have none. */
      excluded: excludedSchema().optional(),
      body: agencyRefSchema(),
      rule: z.enum(BODY_RULES),
      /** Until when the body decides whether it accepts the denunciation. */
      checkBy: deadlineRefSchema(),
      /** SHA-256 of the ciphertext in the vault: a swapped one shows. */
      sealedSha256: z.string().length(64),
      /** Only of one that an officer entered from paper. The clock runs from `receivedAt`. */
      entered: z
        .strictObject({
          channel: z.enum(ENTRY_CHANNELS),
          receivedAt: z.string().max(30),
          lateReason: z.enum(LATE_ENTRY_REASONS).nullable(),
        })
        .optional(),
    }),
  /** Written before anything is decrypted. */
  IdentityUnsealed: () =>
    z.strictObject({ reason: z.enum(UNSEAL_REASONS), documentNo: documentNo().nullable() }),
  DenunciationHandedOver: () => z.strictObject({ documentNo: documentNo(), resolveBy: deadlineRefSchema() }),
  DenunciationClosed: () => z.strictObject({ closure: z.enum(CLOSURES), documentNo: documentNo() }),
  /** A date went by with the file as it was. Once for each date. */
  DateMissed: () => z.strictObject({ term: z.enum(TERMS) }),
  /** The body may not have it any more: whoever is competent now holds the file. */
  BodyChanged: () =>
    z.strictObject({
      body: agencyRefSchema(),
      rule: z.enum(BODY_RULES),
      /** Older events have neither: then the body had ended, and the exclusions stayed. */
      why: z.enum(BODY_CHANGES).optional(),
      excluded: excludedSchema().optional(),
    }),
  /** Somebody took over from an accused agency, or came to stand below one. */
  ExclusionsGrew: () => z.strictObject({ excluded: excludedSchema() }),
} as const;

export type SealedEventType = keyof typeof data;
export type SealedHappening = {
  [T in SealedEventType]: { type: T; data: z.infer<ReturnType<(typeof data)[T]>> };
}[SealedEventType];

/** One entry of a file's history, chained as a petition's (core/audit/chain.ts); `petitionId` is the file's id. */
export type SealedEvent = SealedHappening & {
  schema: 1;
  petitionId: string;
  seq: number;
  at: string;
  actor: SealedActor;
  release: string;
  alg: string;
  prevHash: string;
  hash: string;
};

const TYPES = Object.keys(data) as SealedEventType[];

/**
 * Parses a stored event as it is: nothing is filled in, since its hash is over what was stored (the fold derives what older
 * ones lack). Unknown types or fields are an error, never skipped.
 */
export const parseSealedEvent = (raw: unknown): SealedEvent => {
  const { type } = z.object({ type: z.enum(TYPES as [SealedEventType, ...SealedEventType[]]) }).parse(raw);
  return z
    .strictObject({
      schema: z.literal(1),
      petitionId: id,
      seq: z.int().positive(),
      at: z.string().max(30),
      actor: actorSchema(),
      release: z.string().max(64),
      alg: z.string().max(40),
      prevHash: z.string().max(128),
      hash: z.string().max(128),
      type: z.literal(type),
      data: data[type](),
    })
    .parse(raw) as SealedEvent;
};
