import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from './keys.js';
import { INDEXES, type IndexName } from './layout.js';
import type { PetitionsTable } from './tables.js';

/** One read of one partition of an index; texts, both bounds inclusive. */
export interface IndexRead {
  index: IndexName;
  partition: string;
  from: string;
  to: string;
  /** The item after which it goes on, with its sort key in the index. */
  after: (ItemKey & { sort: string }) | null;
  descending?: boolean;
  limit: number;
}

/** The items in order; `isEnd` when nothing follows in the range. */
export const readRange = async (
  { client, petitions }: PetitionsTable,
  { index, partition, from, to, after, descending = false, limit }: IndexRead,
): Promise<{ items: Record<string, unknown>[]; isEnd: boolean }> => {
  const key = INDEXES[index];
  const found = await client.send(
    new QueryCommand({
      TableName: petitions,
      IndexName: index,
      KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#partition': key.partition, '#sort': key.sort },
      ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to },
      ScanIndexForward: !descending,
      Limit: limit,
      ...(after !== null && {
        ExclusiveStartKey: { pk: after.pk, sk: after.sk, [key.partition]: partition, [key.sort]: after.sort },
      }),
    }),
  );
  return { items: found.Items ?? [], isEnd: found.LastEvaluatedKey === undefined };
};
