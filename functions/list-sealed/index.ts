import { createClock } from '../../adapters/clock.js';
import { DynamoSealedReader } from '../../adapters/dynamodb/sealed-reader.js';
import { createLane } from '../deps/lane.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  lane: createLane(env),
  store: new DynamoSealedReader(sealedTables(env)),
  observability: createObservability('list-sealed', env.STAGE),
});
