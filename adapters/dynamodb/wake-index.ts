import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../core/time.js';
import type { ItemKey } from './keys.js';
import { INDEXES } from './layout.js';
import type { PetitionsTable } from './tables.js';

/** Keys in a shard of byWake whose time has come, earliest first. */
export const dueKeys = async (
  tables: PetitionsTable,
  shard: string,
  { now, limit }: { now: Instant; limit: number },
): Promise<ItemKey[]> => {
  const { Items } = await tables.client.send(
    new QueryCommand({
      TableName: tables.petitions,
      IndexName: 'byWake',
      KeyConditionExpression: '#shard = :shard AND #at <= :now',
      ExpressionAttributeNames: { '#shard': INDEXES.byWake.partition, '#at': INDEXES.byWake.sort },
      ExpressionAttributeValues: { ':shard': shard, ':now': now },
      Limit: limit,
    }),
  );
  return (Items ?? []) as ItemKey[];
};
