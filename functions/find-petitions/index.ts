import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createClock } from '../../adapters/clock.js';
import { petitionTables } from '../deps/tables.js';
import { createRegisters } from '../deps/registers.js';
import { createSearchDeps } from '../deps/search-deps.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  ...createSearchDeps(env, tables),
  clock: createClock(env),
  store: new DynamoPetitionReader(tables),
  vault: createVault(env, tables),
  registers: createRegisters(env),
  observability: createObservability('find-petitions', env.STAGE),
});
