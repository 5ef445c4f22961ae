import * as z from 'zod';
import type { Thread } from '../../core/ports/thread-store.js';
import { type ItemKey, keys, wakeShards } from './keys.js';
import { parseItem } from './parse-item.js';

const count = z.int().nonnegative();
const instant = z.iso.datetime({ precision: 3 });

/**
 * `token` and `wakeAt` are absent when null: conditions ask whether they exist. `wakeShard` always stands: an item is in
 * byWake only while it has both, so `wakeAt` alone decides.
 */
const ThreadItemSchema = z.object({
  petitionId: z.string(),
  thread: z.string(),
  provinceId: z.string(),
  run: count,
  waitNo: count,
  retry: count,
  token: z.string().nullable().default(null),
  wakeSeq: count,
  handledSeq: count,
  wakeAt: instant.nullable().default(null),
  ignoredWakes: count,
  failures: count,
  runStartedAt: instant,
});

export const toThreadItem = ({ token, wakeAt, ...thread }: Thread): ItemKey & Record<string, unknown> => ({
  ...keys.thread(thread.petitionId, thread.thread),
  schema: 1,
  ...thread,
  ...(token !== null && { token }),
  wakeShard: wakeShards.threads(thread.provinceId),
  ...(wakeAt !== null && { wakeAt }),
});

export const parseThreadItem = (item: unknown): Thread => parseItem(ThreadItemSchema, item, 'THREAD');
