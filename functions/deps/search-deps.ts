import { systemIds } from '../../adapters/ids.js';
import { DynamoPetitionFinder } from '../../adapters/dynamodb/petition-finder.js';
import { DynamoSearchLog } from '../../adapters/dynamodb/search-log.js';
import type { PetitionTables } from '../../adapters/dynamodb/tables.js';
import { createFormKeyed } from './keyed.js';

/** What a search at the desk needs besides record and vault. */
export const createSearchDeps = (env: { FORM_SECRET_ARN: string }, tables: PetitionTables) => ({
  ids: systemIds,
  keyed: createFormKeyed(env),
  finder: new DynamoPetitionFinder(tables),
  searches: new DynamoSearchLog(tables),
});
