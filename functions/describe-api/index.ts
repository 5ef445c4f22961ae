import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';
import { version } from './version.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  stage: env.STAGE,
  version,
  publicOrigin: env.PUBLIC_ORIGIN,
  observability: createObservability('describe-api', env.STAGE),
});
