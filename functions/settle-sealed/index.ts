import { createSealedDeps } from '../deps/sealed.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  ...createSealedDeps(env, sealedTables(env)),
  observability: createObservability('settle-sealed', env.STAGE),
});
