import { createClock } from '../../adapters/clock.js';
import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createRegisters } from '../deps/registers.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  store: new DynamoPetitionReader(petitionsTable(env)),
  registers: createRegisters(env),
  observability: createObservability('show-petition', env.STAGE),
});
