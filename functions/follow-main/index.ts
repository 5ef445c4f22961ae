import { createChangeDeps } from '../deps/change-deps.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, createVault(env, tables)),
  observability: createObservability('follow-main', env.STAGE),
});
