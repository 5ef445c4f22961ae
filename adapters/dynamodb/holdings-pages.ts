import { timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import type { HoldingsPage } from '../../core/ports/holdings.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { Instant } from '../../core/time.js';
import { decodeCursor, encodeCursor, refuseCursor } from './cursor.js';
import { PREFIX } from './layout.js';

const MAX_ITEMS = 1_000;

const keySchema = z.strictObject({ pk: z.string(), sk: z.string(), sort: z.string() });

const positionSchema = z.strictObject({
  /** Times that are over come before what is held now. */
  part: z.enum(['over', 'now']),
  after: keySchema.nullable(),
});
type Position = z.infer<typeof positionSchema>;

const cursorSchema = z.strictObject({ position: positionSchema, tag: z.string() });

/** An entry of byHolder: a time that is over, or what is held now. */
export interface HeldEntry {
  key: z.infer<typeof keySchema>;
  /** Null in lines from before it was kept. */
  since: Instant | null;
}

/** One read of an agency's entries, ascending; texts, both bounds inclusive. */
export interface HeldRange {
  agencyId: string;
  from: string;
  to: string;
  after: HeldEntry['key'] | null;
  limit: number;
}

interface Asked {
  agencyId: string;
  at: Instant;
}

interface Deps {
  read: (range: HeldRange) => Promise<{ entries: HeldEntry[]; isEnd: boolean }>;
  keyed: Keyed;
}

const tagOf = async (keyed: Keyed, asked: Asked, position: Position): Promise<string> =>
  (await keyed.mac('holdings-cursor', canonicalize({ ...asked, position }) ?? '')).slice(0, 32);

const openPosition = async (keyed: Keyed, asked: Asked, cursor: string | undefined): Promise<Position> => {
  if (cursor === undefined) return { part: 'over', after: null };
  const { position, tag } = decodeCursor(cursorSchema, cursor);
  const [given, expected] = [Buffer.from(tag), Buffer.from(await tagOf(keyed, asked, position))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? position : refuseCursor();
};

/** What ended after the instant, then all that is held now. `~` sorts after every key of that instant: exclusive. */
const boundsOf = ({ part }: Position, at: Instant): { from: string; to: string } =>
  part === 'over' ? { from: `${PREFIX.held}${at}~`, to: `${PREFIX.held}~` } : { from: 'OPEN#', to: 'OPEN#~' };

/** Where to go on after a read; null at the end. */
const nextPosition = (position: Position, entries: readonly HeldEntry[], isEnd: boolean): Position | null => {
  const last = entries.at(-1);
  if (!isEnd && last !== undefined) return { ...position, after: last.key };
  return position.part === 'over' ? { part: 'now', after: null } : null;
};

/** A page over any way of reading the index; the adapter and its fake share it. */
export const holdingsPage = async (
  { read, keyed }: Deps,
  asked: Asked,
  page: { limit: number; cursor?: string },
): Promise<HoldingsPage> => {
  const petitionIds: string[] = [];
  let seen = 0;
  let position: Position | null = await openPosition(keyed, asked, page.cursor);
  while (position !== null && petitionIds.length < page.limit && seen < MAX_ITEMS) {
    const limit = Math.min(page.limit - petitionIds.length, MAX_ITEMS - seen);
    const bounds = boundsOf(position, asked.at);
    const found = await read({ agencyId: asked.agencyId, ...bounds, after: position.after, limit });
    seen += Math.max(found.entries.length, 1);
    for (const { key, since } of found.entries)
      if (since !== null && since <= asked.at) petitionIds.push(key.pk.slice(PREFIX.petition.length));
    position = nextPosition(position, found.entries, found.isEnd);
  }
  if (position === null) return { petitionIds };
  return { petitionIds, next: encodeCursor({ position, tag: await tagOf(keyed, asked, position) }) };
};
