import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../core/time.js';
import type { ItemKey } from './keys.js';
import { INDEXES } from './layout.js';
import type { PetitionsTable } from './tables.js';

/** An entry of byWake: the item's key and its place in the order. */
export type WakeEntry = ItemKey & { wakeAt: Instant };

/** Entries in a shard of byWake whose time has come, earliest first, from behind `after` on. */
export const dueEntries = async (
  tables: PetitionsTable,
  shard: string,
  { now, limit, after }: { now: Instant; limit: number; after?: WakeEntry | undefined },
): Promise<WakeEntry[]> => {
  const { partition, sort } = INDEXES.byWake;
  const { Items } = await tables.client.send(
    new QueryCommand({
      TableName: tables.petitions,
      IndexName: 'byWake',
      KeyConditionExpression: '#shard = :shard AND #at <= :now',
      ExpressionAttributeNames: { '#shard': partition, '#at': sort },
      ExpressionAttributeValues: { ':shard': shard, ':now': now },
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: { ...after, [partition]: shard } }),
    }),
  );
  return (Items ?? []) as WakeEntry[];
};
