import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { closedContacts } from '../deps/closed-contacts.js';
import { createGatewayKey } from '../deps/gateway-key.js';
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
  contacts: closedContacts,
  gatewayKey: createGatewayKey(env),
  nowMs: () => Date.now(),
  observability: createObservability('record-message-receipt', env.STAGE),
});
