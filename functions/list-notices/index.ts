import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  notices: new DynamoNoticeStore(tables),
  store: new DynamoPetitionReader(tables),
  vault: createVault(env, tables),
  observability: createObservability('list-notices', env.STAGE),
});
