import { createMachineryDeps } from '../deps/machinery.js';
import { createRegisters } from '../deps/registers.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  ...createMachineryDeps(env),
  registers: createRegisters(env),
  observability: createObservability('reconcile-threads', env.STAGE),
});
