import { createS3Client } from '../../adapters/s3/client.js';
import { S3SealedObjects } from '../../adapters/s3/sealed-objects.js';
import { createKmsClient } from '../../adapters/vault/client.js';
import { KmsUnsealer } from '../../adapters/vault/sealed-person.js';
import { createSealedDeps } from '../deps/sealed.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = sealedTables(env);
export const handler = createHandler({
  ...createSealedDeps(env, tables),
  unsealer: new KmsUnsealer(createKmsClient(), env.SEALED_KEY_ARN, {
    tables,
    objects: new S3SealedObjects(createS3Client(), env.SEALED_OBJECTS_BUCKET),
  }),
  observability: createObservability('unseal-file', env.STAGE),
});
