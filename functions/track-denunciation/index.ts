import { DynamoSealedReader } from '../../adapters/dynamodb/sealed-reader.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  store: new DynamoSealedReader(sealedTables(env)),
  observability: createObservability('track-denunciation', env.STAGE),
});
