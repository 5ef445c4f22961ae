import { createS3Client } from '../../adapters/s3/client.js';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { DynamoLinkStore } from '../../adapters/dynamodb/link-store.js';
import { DynamoDeskPrecedents } from '../../adapters/dynamodb/desk-precedents.js';
import { DynamoDuplicateLinks } from '../../adapters/dynamodb/duplicate-links.js';
import { DynamoTextSketches } from '../../adapters/dynamodb/text-sketches.js';
import { systemIds } from '../../adapters/ids.js';
import { S3FileStore } from '../../adapters/s3/file-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { createCodeKeyed, createFormKeyed } from '../deps/keyed.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, createVault(env, tables)),
  ids: systemIds,
  precedents: new DynamoDeskPrecedents(tables),
  duplicates: new DynamoDuplicateLinks(tables),
  sketches: new DynamoTextSketches(tables),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  links: new DynamoLinkStore(tables),
  linkKeyVersion: env.LINK_KEY_VERSION,
  files: new S3FileStore(createS3Client(), env.EVIDENCE_BUCKET),
  keyed: createFormKeyed(env),
  codeKeys: createCodeKeyed(env),
  publicOrigin: env.PUBLIC_ORIGIN,
  observability: createObservability('decide-task', env.STAGE),
});
