import { createClock } from '../../adapters/clock.js';
import { DynamoThreadStore } from '../../adapters/dynamodb/thread-store.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  threads: new DynamoThreadStore(petitionsTable(env)),
  observability: createObservability('record-failure', env.STAGE),
});
