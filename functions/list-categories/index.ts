import { createRegisters } from '../deps/registers.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const registers = createRegisters(env);
export const handler = createHandler({
  rules: async () => (await registers.release()).national(),
  observability: createObservability('list-categories', env.STAGE),
});
