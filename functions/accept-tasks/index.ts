import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { DynamoLinkStore } from '../../adapters/dynamodb/link-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { createFormKeyed } from '../deps/keyed.js';
import { tablesWithoutVault } from '../deps/tables.js';
import { closedVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = tablesWithoutVault(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, closedVault),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  links: new DynamoLinkStore(tables),
  linkKeyVersion: env.LINK_KEY_VERSION,
  keyed: createFormKeyed(env),
  publicOrigin: env.PUBLIC_ORIGIN,
  observability: createObservability('accept-tasks', env.STAGE),
});
