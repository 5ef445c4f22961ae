import * as z from 'zod';
import type { Post, StoredFile } from '../../core/ports/sealed-store.js';
import { nextDateOf, sealedFileSchema, type SealedFile } from '../../core/sealed/sealed-file.js';
import { type ItemKey, keys, timeKey } from './keys.js';
import { parseItem } from './parse-item.js';

export const OPEN_SHARD = 'OPEN';

const PostSchema = z.strictObject({
  status: z.enum(['PENDING', 'SENDING', 'SENT', 'UNREACHED']),
  attempts: z.int().nonnegative(),
  leaseUntil: z.string().nullable(),
  rounds: z.int().nonnegative().default(0),
  retryAt: z.string().nullable().default(null),
}) satisfies z.ZodType<Post>;

export const PROMISED: Post = { status: 'PENDING', attempts: 0, leaseUntil: null, rounds: 0, retryAt: null };

/** Keys of the indexes: open files come first, by their next date; a closed one leaves byOpen. */
export const indexKeysOf = (
  file: SealedFile,
): { bodyId: string; bodyKey: string; openKey: string | null } => {
  const next = nextDateOf(file);
  const at = next ?? (file.status === 'CLOSED' ? file.closed.at : '');
  return {
    bodyId: file.body.id,
    bodyKey: `${next === null ? 'DONE' : 'AWAITS'}#${timeKey(at, file.id)}`,
    openKey: next === null ? null : timeKey(next, file.id),
  };
};

export const toSealedItem = (file: SealedFile): ItemKey & Record<string, unknown> => {
  const { openKey, ...body } = indexKeysOf(file);
  return {
    ...keys.sealedFile(file.id),
    schema: 1,
    ...{ file, post: PROMISED },
    ...body,
    ...(openKey !== null && { openShard: OPEN_SHARD, openKey }),
  };
};

export const parseSealedItem = (item: unknown): StoredFile =>
  parseItem(z.object({ file: sealedFileSchema(), post: PostSchema }), item, 'SEALED');
