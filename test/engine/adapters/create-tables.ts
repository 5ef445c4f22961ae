import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type IndexLayout, KEY, TABLES } from '../../../adapters/dynamodb/layout.js';
import type { Tables } from '../../../adapters/dynamodb/tables.js';
import type { ClientConfig } from '../../support/engine.js';

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

const indexOf = ([name, index]: [string, IndexLayout]) => ({
  IndexName: name,
  KeySchema: keySchema(index.partition, index.sort),
  Projection:
    index.projects === 'keys'
      ? { ProjectionType: 'KEYS_ONLY' as const }
      : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projects] },
});

/** The tables as layout.ts says, without the infrastructure around them. */
export const createTables = async (config: ClientConfig): Promise<Tables> => {
  const client = new DynamoDBClient(config);
  for (const [TableName, table] of Object.entries(TABLES)) {
    const indexes = Object.entries(table.indexes as Record<string, IndexLayout>);
    const names = new Set([
      KEY.partition,
      KEY.sort,
      ...indexes.flatMap(([, index]) => [index.partition, index.sort]),
    ]);
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(KEY.partition, KEY.sort),
        AttributeDefinitions: [...names].map((name) => ({
          AttributeName: name,
          AttributeType: 'S' as const,
        })),
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(indexOf) }),
      }),
    );
  }
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    petitions: 'Petitions',
    residents: 'Residents',
    residentKeys: 'ResidentKeys',
    contacts: 'Contacts',
  };
};
