import { DynamoStoredPetitions } from '../../adapters/dynamodb/stored-petitions.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  petitions: new DynamoStoredPetitions(petitionsTable(env)),
  observability: createObservability('verify-petition', env.STAGE),
});
