import { systemIds } from '../../adapters/ids.js';
import { createKmsClient } from '../../adapters/vault/client.js';
import { KmsSealer } from '../../adapters/vault/sealed-person.js';
import { createFormKeyed } from '../deps/keyed.js';
import { createSealedDeps } from '../deps/sealed.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  ...createSealedDeps(env, sealedTables(env)),
  ids: systemIds,
  keyed: createFormKeyed(env),
  sealer: new KmsSealer(createKmsClient(), env.SEALED_KEY_ARN),
  observability: createObservability('submit-denunciation', env.STAGE),
});
