import { createClock } from '../../adapters/clock.js';
import { DynamoSealedCounts } from '../../adapters/dynamodb/sealed-counts.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  counts: new DynamoSealedCounts(sealedTables(env)),
  observability: createObservability('count-denunciations', env.STAGE),
});
