import { DynamoMeetingStore } from '../../adapters/dynamodb/meeting-store.js';
import { createRegisters } from '../deps/registers.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  meetings: new DynamoMeetingStore(petitionsTable(env)),
  registers: createRegisters(env),
  observability: createObservability('list-meetings', env.STAGE),
});
