import { createClock } from '../../adapters/clock.js';
import { DynamoMeetingStore } from '../../adapters/dynamodb/meeting-store.js';
import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createRegisters } from '../deps/registers.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const table = petitionsTable(env);
export const handler = createHandler({
  clock: createClock(env),
  meetings: new DynamoMeetingStore(table),
  store: new DynamoPetitionReader(table),
  registers: createRegisters(env),
  observability: createObservability('show-meeting', env.STAGE),
});
