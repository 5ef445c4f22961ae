import { createClock } from '../../adapters/clock.js';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { DynamoLinkStore } from '../../adapters/dynamodb/link-store.js';
import { DynamoPetitionList } from '../../adapters/dynamodb/petition-list.js';
import { DynamoPetitionStore } from '../../adapters/dynamodb/petition-store.js';
import { systemIds } from '../../adapters/ids.js';
import { createFormKeyed } from '../deps/keyed.js';
import { createRegisters } from '../deps/registers.js';
import { tablesWithoutVault } from '../deps/tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = tablesWithoutVault(env);
const keyed = createFormKeyed(env);
export const handler = createHandler({
  clock: createClock(env),
  store: new DynamoPetitionStore(tables),
  list: new DynamoPetitionList(tables, keyed),
  registers: createRegisters(env),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  links: new DynamoLinkStore(tables),
  linkKeyVersion: env.LINK_KEY_VERSION,
  ids: systemIds,
  keyed,
  observability: createObservability('open-digest', env.STAGE),
});
