import type { z } from 'zod';
import { systemIds } from '../../adapters/ids.js';
import { createS3Client } from '../../adapters/s3/client.js';
import { S3SealedObjects } from '../../adapters/s3/sealed-objects.js';
import { createKmsClient } from '../../adapters/vault/client.js';
import { KmsSealer } from '../../adapters/vault/sealed-person.js';
import { createFormKeyed } from '../deps/keyed.js';
import { createSealedDeps } from '../deps/sealed.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import type { EnvSchema } from './env.js';
import type { TakeInDenunciationDeps } from './take-in.js';

/** What the two intakes of the lane work with; `service` names the function in log and metrics. */
export const createTakeInDeps = (
  env: z.infer<typeof EnvSchema>,
  service: string,
): TakeInDenunciationDeps => ({
  ...createSealedDeps(env, sealedTables(env)),
  ids: systemIds,
  keyed: createFormKeyed(env),
  sealer: new KmsSealer(
    createKmsClient(),
    env.SEALED_KEY_ARN,
    new S3SealedObjects(createS3Client(), env.SEALED_OBJECTS_BUCKET),
  ),
  observability: createObservability(service, env.STAGE),
});
