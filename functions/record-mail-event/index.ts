import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { tablesWithoutVault } from '../deps/tables.js';
import { closedVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = tablesWithoutVault(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, closedVault),
  notices: new DynamoNoticeStore(tables),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  hasGateway: env.GATEWAY_URL !== undefined,
  observability: createObservability('record-mail-event', env.STAGE),
});
