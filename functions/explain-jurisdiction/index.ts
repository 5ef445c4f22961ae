import { createClock } from '../../adapters/clock.js';
import { createRegisters } from '../deps/registers.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';
import { registryAt } from './registry-at.js';

const env = EnvSchema.parse(process.env);
const registers = createRegisters(env);
export const handler = createHandler({
  clock: createClock(env),
  registryAt: (place, at) => registryAt(registers, place, at),
  observability: createObservability('explain-jurisdiction', env.STAGE),
});
