import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { DynamoTextSketches } from '../../adapters/dynamodb/text-sketches.js';
import { createRegisters } from '../deps/registers.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const table = petitionsTable(env);
export const handler = createHandler({
  store: new DynamoPetitionReader(table),
  sketches: new DynamoTextSketches({ ...table, residents: env.RESIDENTS_TABLE }),
  registers: createRegisters(env),
  observability: createObservability('find-duplicates', env.STAGE),
});
