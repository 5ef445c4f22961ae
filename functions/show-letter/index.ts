import { createClock } from '../../adapters/clock.js';
import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createRegisters } from '../deps/registers.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  clock: createClock(env),
  store: new DynamoPetitionReader(tables),
  notices: new DynamoNoticeStore(tables),
  registers: createRegisters(env),
  vault: createVault(env, tables),
  publicOrigin: env.PUBLIC_ORIGIN,
  observability: createObservability('show-letter', env.STAGE),
});
