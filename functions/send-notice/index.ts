import { createSecretsClient } from '../../adapters/secrets/client.js';
import { createSesClient } from '../../adapters/ses/client.js';
import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { DynamoDigestStore } from '../../adapters/dynamodb/digest-store.js';
import { DynamoLinkStore } from '../../adapters/dynamodb/link-store.js';
import { DynamoNoticeStore } from '../../adapters/dynamodb/notice-store.js';
import { DynamoPetitionList } from '../../adapters/dynamodb/petition-list.js';
import { SecretKeyed } from '../../adapters/secrets/keyed.js';
import { SesMailer } from '../../adapters/ses/mailer.js';
import { mailComposer } from '../../web/mails/mail-composer.js';
import { createChangeDeps } from '../deps/change-deps.js';
import { createGateway } from '../deps/gateway.js';
import { createCodeKeyed, createFormKeyed } from '../deps/keyed.js';
import { petitionTables } from '../deps/tables.js';
import { createVault } from '../deps/vault.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { bareAddress } from './bare-address.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = petitionTables(env);
const receiptKeys = createFormKeyed(env);
export const handler = createHandler({
  ...createChangeDeps(env, tables, createVault(env, tables)),
  notices: new DynamoNoticeStore(tables),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  links: new DynamoLinkStore(tables),
  digests: new DynamoDigestStore(tables),
  list: new DynamoPetitionList(tables, receiptKeys),
  receiptKeys,
  codeKeys: createCodeKeyed(env),
  linkKeys: new SecretKeyed(createSecretsClient(), env.LINK_SECRET_ARN),
  linkKeyVersion: env.LINK_KEY_VERSION,
  mailer: new SesMailer(createSesClient(), {
    from: env.MAIL_FROM,
    configurationSet: env.MAIL_CONFIGURATION_SET,
  }),
  composer: mailComposer,
  publicOrigin: env.PUBLIC_ORIGIN,
  gateway: createGateway(env),
  mailFrom: bareAddress(env.MAIL_FROM),
  observability: createObservability('send-notice', env.STAGE),
});
