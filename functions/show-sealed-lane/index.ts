import { createClock } from '../../adapters/clock.js';
import { createLane } from '../deps/lane.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  clock: createClock(env),
  lane: createLane(env),
  observability: createObservability('show-sealed-lane', env.STAGE),
});
