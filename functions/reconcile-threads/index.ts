import { DynamoPetitionStore } from '../../adapters/dynamodb/petition-store.js';
import { DynamoReleaseWalkStore } from '../../adapters/dynamodb/release-walk-store.js';
import { createMachineryDeps } from '../deps/machinery.js';
import { createRegisters } from '../deps/registers.js';
import { tablesWithoutVault } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = tablesWithoutVault(env);
export const handler = createHandler({
  ...createMachineryDeps(env),
  store: new DynamoPetitionStore(tables),
  walks: new DynamoReleaseWalkStore(tables),
  registers: createRegisters(env),
  deliveryWatchMinutes: Number(env.DELIVERY_WATCH_MINUTES),
  observability: createObservability('reconcile-threads', env.STAGE),
});
