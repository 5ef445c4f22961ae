import { createClock } from '../../adapters/clock.js';
import { DynamoHoldings } from '../../adapters/dynamodb/holdings.js';
import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createFormKeyed } from '../deps/keyed.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const table = petitionsTable(env);
export const handler = createHandler({
  clock: createClock(env),
  holdings: new DynamoHoldings(table, createFormKeyed(env)),
  store: new DynamoPetitionReader(table),
  observability: createObservability('list-holdings', env.STAGE),
});
