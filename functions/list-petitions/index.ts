import { createClock } from '../../adapters/clock.js';
import { DynamoPetitionList } from '../../adapters/dynamodb/petition-list.js';
import { createFormKeyed } from '../deps/keyed.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  list: new DynamoPetitionList(petitionsTable(env), createFormKeyed(env)),
  observability: createObservability('list-petitions', env.STAGE),
});
