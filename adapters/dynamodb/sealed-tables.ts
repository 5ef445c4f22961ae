import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Tables of the sealed lane. No other store knows their names. */
export interface SealedTables {
  client: DynamoDBDocumentClient;
  sealedFiles: string;
  /** Empty for functions that have nothing to do with persons: a mistake fails. */
  sealedPersons: string;
}
