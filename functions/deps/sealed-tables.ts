import { createDocumentClient } from '../../adapters/dynamodb/client.js';
import type { SealedTables } from '../../adapters/dynamodb/sealed-tables.js';

/** One client a container. The vault's table has a name only for functions that are told of it. */
export const sealedTables = (env: {
  SEALED_FILES_TABLE: string;
  SEALED_PERSONS_TABLE?: string;
}): SealedTables => ({
  client: createDocumentClient(),
  sealedFiles: env.SEALED_FILES_TABLE,
  sealedPersons: env.SEALED_PERSONS_TABLE ?? '',
});
