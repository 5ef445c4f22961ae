import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Where the stores write: one client per container and the names of the deployed tables. */
export interface Tables {
  client: DynamoDBDocumentClient;
  petitions: string;
  residents: string;
  residentKeys: string;
  contacts: string;
}
