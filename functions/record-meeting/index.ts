import { DynamoMeetingStore } from '../../adapters/dynamodb/meeting-store.js';
import { systemIds } from '../../adapters/ids.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { createFormKeyed } from '../deps/keyed.js';
import { petitionTables } from '../deps/tables.js';
import { closedFiles, createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, createVault(env, tables)),
  meetings: new DynamoMeetingStore(tables),
  ids: systemIds,
  files: closedFiles,
  keyed: createFormKeyed(env),
  publicOrigin: env.PUBLIC_ORIGIN,
  observability: createObservability('record-meeting', env.STAGE),
});
