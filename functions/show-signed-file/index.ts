import { DynamoPetitionReader } from '../../adapters/dynamodb/petition-reader.js';
import { createS3Client } from '../../adapters/s3/client.js';
import { S3FileStore } from '../../adapters/s3/file-store.js';
import { createFormKeyed } from '../deps/keyed.js';
import { petitionsTable } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
export const handler = createHandler({
  store: new DynamoPetitionReader(petitionsTable(env)),
  keyed: createFormKeyed(env),
  files: new S3FileStore(createS3Client(), env.EVIDENCE_BUCKET),
  observability: createObservability('show-signed-file', env.STAGE),
});
