import * as z from 'zod';
import type { HoldingsPage } from '../../core/ports/holdings.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { Instant } from '../../core/time.js';
import { issueCursor, openCursor } from './bound-cursor.js';
import { heldAfter } from './keys.js';
import { PREFIX } from './layout.js';
import { rangeOf } from './list-range.js';

/** Keys are small: a read of many costs little more than one of few, and a page looks at 1,000 at most. */
const CHUNK = 250;
const MAX_READS = 4;

const keySchema = z.strictObject({ pk: z.string(), sk: z.string(), sort: z.string() });

const positionSchema = z.strictObject({
  /** Times that are over come before what is held now. */
  part: z.enum(['over', 'now']),
  after: keySchema.nullable(),
});
type Position = z.infer<typeof positionSchema>;

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

const boundTo = ({ agencyId, at }: Asked) =>
  ({ purpose: 'holdings-cursor', question: { agencyId, at } }) as const;

const BEGINNING: Position = { part: 'over', after: null };

/** What ended after the instant, then all that is held now. */
const boundsOf = ({ part }: Position, { agencyId, at }: Asked): Pick<HeldRange, 'from' | 'to'> =>
  part === 'over' ? heldAfter(at) : rangeOf({ kind: 'holder', agencyId });

/** What one read gave: petitions that fit, as far as the page had room, and where to go on; null at the end. */
const taken = (
  position: Position,
  { entries, isEnd }: { entries: readonly HeldEntry[]; isEnd: boolean },
  { at, room }: { at: Instant; room: number },
): { ids: string[]; next: Position | null } => {
  const ids: string[] = [];
  for (const { key, since } of entries) {
    if (since !== null && since <= at) ids.push(key.pk.slice(PREFIX.petition.length));
    if (ids.length === room) return { ids, next: { ...position, after: key } };
  }
  const last = entries.at(-1);
  if (!isEnd && last !== undefined) return { ids, next: { ...position, after: last.key } };
  return { ids, next: position.part === 'over' ? { part: 'now', after: null } : null };
};

/** A page over any way of reading the index; the adapter and its fake share it. At most four reads of 250 keys. */
export const holdingsPage = async (
  { read, keyed }: Deps,
  asked: Asked,
  page: { limit: number; cursor?: string },
): Promise<HoldingsPage> => {
  const petitionIds: string[] = [];
  let position: Position | null =
    page.cursor === undefined
      ? BEGINNING
      : await openCursor(keyed, { ...boundTo(asked), schema: positionSchema }, page.cursor);
  for (let reads = 0; position !== null && petitionIds.length < page.limit && reads < MAX_READS; reads += 1) {
    const { from, to } = boundsOf(position, asked);
    const range = { agencyId: asked.agencyId, from, to, after: position.after, limit: CHUNK };
    const room = page.limit - petitionIds.length;
    const { ids, next } = taken(position, await read(range), { at: asked.at, room });
    petitionIds.push(...ids);
    position = next;
  }
  if (position === null) return { petitionIds };
  return { petitionIds, next: await issueCursor(keyed, boundTo(asked), position) };
};
