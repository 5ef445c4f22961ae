import { createDocumentClient } from '../../adapters/dynamodb/client.js';
import type { PetitionsTable, PetitionTables } from '../../adapters/dynamodb/tables.js';

/** One client a container, shared by all stores of a function. */
export const petitionsTable = (env: { PETITIONS_TABLE: string }): PetitionsTable => ({
  client: createDocumentClient(),
  petitions: env.PETITIONS_TABLE,
});

/** For functions that read or write texts of persons. */
export const petitionTables = (env: {
  PETITIONS_TABLE: string;
  RESIDENTS_TABLE: string;
  RESIDENT_KEYS_TABLE: string;
}): PetitionTables => ({
  ...petitionsTable(env),
  residents: env.RESIDENTS_TABLE,
  residentKeys: env.RESIDENT_KEYS_TABLE,
});

/** For functions whose commits hold no texts: the vault's tables have no name there, so that a mistake fails. */
export const tablesWithoutVault = (env: { PETITIONS_TABLE: string }): PetitionTables => ({
  ...petitionsTable(env),
  residents: '',
  residentKeys: '',
});
