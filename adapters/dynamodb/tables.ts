import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Where the stores write: one client per container and the names of the deployed tables. */
export interface Tables {
  client: DynamoDBDocumentClient;
  petitions: string;
  residents: string;
  residentKeys: string;
  contacts: string;
}

/** For whatever touches no persons. */
export type PetitionsTable = Pick<Tables, 'client' | 'petitions'>;

/** For whatever commits changes: their texts go to the vault in the same transaction. */
export type PetitionTables = PetitionsTable & Pick<Tables, 'residents' | 'residentKeys'>;
