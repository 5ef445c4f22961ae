import { paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { historyPartition } from './keys.js';

/** The items of a history as they lie there, ascending, strongly consistent; `id` of a petition or of a sealed file. */
export const historyItems = async (
  client: DynamoDBDocumentClient,
  table: string,
  id: string,
): Promise<Record<string, unknown>[]> => {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': historyPartition(id) },
      ConsistentRead: true,
    },
  );
  const items: Record<string, unknown>[] = [];
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items;
};
