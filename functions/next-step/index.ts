import { DynamoThreadStore } from '../../adapters/dynamodb/thread-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { tablesWithoutVault } from '../deps/tables.js';
import { closedVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = tablesWithoutVault(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, closedVault),
  threads: new DynamoThreadStore(tables),
  observability: createObservability('next-step', env.STAGE),
});
