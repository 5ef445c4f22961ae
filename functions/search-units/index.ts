import { createClock } from '../../adapters/clock.js';
import { createRegisters } from '../deps/registers.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const registers = createRegisters(env);
export const handler = createHandler({
  clock: createClock(env),
  anonymousProvinces: async () => (await (await registers.release()).serviceLevels()).anonymous.provinces,
  names: async () => (await registers.release()).names(),
  observability: createObservability('search-units', env.STAGE),
});
