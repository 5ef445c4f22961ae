import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DynamoDBClient, TransactWriteItemsCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';

/** Beside the bundle: the transaction of a real intake, with marks where each petition has values of its own. */
const template = readFileSync(new URL('transaction.json', import.meta.url), 'utf8');
const client = new DynamoDBClient({});

/** The floor of an intake: the same items in one transaction, and nothing else. */
export const handler = async () => {
  const own = template
    .replaceAll('<id>', randomUUID())
    .replaceAll('<code>', randomBytes(7).toString('hex').slice(0, 13).toUpperCase())
    .replaceAll('<key>', randomBytes(32).toString('hex'));
  await client.send(new TransactWriteItemsCommand({ TransactItems: JSON.parse(own) as TransactWriteItem[] }));
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: '{}' };
};
