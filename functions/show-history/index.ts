import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  store: new DynamoPetitionReader(petitionsTable(env)),
  observability: createObservability('show-history', env.STAGE),
});
