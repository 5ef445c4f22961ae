import * as z from 'zod';
import { textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';

const id = z.string().min(1).max(120);

/**
 * Matters into which one submission can be split. Each is a petition of its own; all are written in one transaction, whose hundred
 * items bound their number (ADR 0018).
 */
export const MIN_MATTERS = 2;
export const MAX_MATTERS = 8;

/** What a matter's first event says of the submission that it is part of. No person, no text. */
export const matterOfSchema = lazily(() =>
  z.strictObject({
    petitionId: id,
    code: z.string().length(13),
    /** From 1 to `of`. What the other matters are about is not said: one of them may be nobody's business but its unit's. */
    no: z.number().int().min(1).max(MAX_MATTERS),
    of: z.number().int().min(MIN_MATTERS).max(MAX_MATTERS),
    /** What the submission was classified as: a submitter hidden there stays hidden. */
    formerly: z.array(id).min(1).max(20),
  }),
);
export type MatterOf = z.infer<ReturnType<typeof matterOfSchema>>;

/**
 * Whoever hands a submission in names its matters, or the unit or the desk splits it; each matter is a petition with a holder
 * and a clock of its own.
 */
const petitionSplitSchema = lazily(() =>
  z.strictObject({
    /** Null, like the reason, where it came as several matters. */
    taskNo: z.number().int().nullable(),
    text: textRefSchema().nullable(),
    matters: z
      .array(z.strictObject({ petitionId: id, code: z.string().length(13), category: id }))
      .min(MIN_MATTERS)
      .max(MAX_MATTERS),
  }),
);

/** A matter was closed or withdrawn; the submission closes with its last one. */
const matterEndedSchema = lazily(() =>
  z.strictObject({ petitionId: id, how: z.enum(['CLOSED', 'WITHDRAWN']) }),
);

export const matterEvents = { PetitionSplit: petitionSplitSchema, MatterEnded: matterEndedSchema } as const;
