import { parseStreamRecord } from '../../adapters/dynamodb/stream-records.js';
import { createMachineryDeps } from '../deps/machinery.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  ...createMachineryDeps(env),
  parseRecord: parseStreamRecord,
  observability: createObservability('relay-changes', env.STAGE),
});
