import type { WakeEntry } from '../../../adapters/dynamodb/wake-index.js';
import type { Instant } from '../../../core/time.js';
import type { InMemoryDatabase } from './in-memory-database.js';

/** Ascending along byWake; entries of one instant by key. */
const placeOf = ({ wakeAt, pk, sk }: WakeEntry): string => [wakeAt, pk, sk].join('\u0000');

/** Entries in a shard of byWake whose time has come. Keys only, as the index gives them: no item is parsed. */
export const dueEntries = (
  database: InMemoryDatabase,
  shard: string,
  { now, limit, after }: { now: Instant; limit: number; after?: WakeEntry | undefined },
): WakeEntry[] =>
  database
    .index('byWake', shard)
    .map(({ pk, sk, wakeAt }) => ({ pk, sk, wakeAt: String(wakeAt) }))
    .filter((entry) => entry.wakeAt <= now && (after === undefined || placeOf(entry) > placeOf(after)))
    .slice(0, limit);
