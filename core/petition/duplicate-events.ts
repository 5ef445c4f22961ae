import * as z from 'zod';
import { assignmentSchema, textRefSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';

const id = z.string().min(1).max(120);

/** Whose answer it is that a duplicate got: absent in an answer of the holder's own. */
export const followsSchema = lazily(() =>
  z.strictObject({
    petitionId: id,
    /** Number of the answer in the history of the main petition. */
    seq: z.number().int(),
    /** Who gave it. */
    agency: z.strictObject({ id, name: z.string().max(200) }),
  }),
);

export const UNLINKED_BECAUSE = ['holder', 'main-withdrawn', 'main-reclassified', 'main-split'] as const;

/** Events of a petition that repeats another one. They stand in its own history; the main one's does not change. */
export const duplicateEvents = {
  DuplicateLinked: lazily(() =>
    z.strictObject({
      taskNo: z.number().int(),
      text: textRefSchema(),
      /** The petition that it follows, which was not linked itself. */
      mainId: id,
      mainCode: z.string().length(13),
      /** Category of the main petition that day: under another one it is another matter. */
      mainCategory: id,
    }),
  ),
  /** It is a petition of its own again. */
  DuplicateUnlinked: lazily(() =>
    z.strictObject({
      taskNo: z.number().int(),
      because: z.enum(UNLINKED_BECAUSE),
      text: textRefSchema().nullable(),
      /** Null where the holder itself took the link back: its task goes on. */
      assignment: assignmentSchema().nullable(),
    }),
  ),
};
