import { DynamoContactStore } from '../../adapters/dynamodb/contact-store.js';
import { createSesClient } from '../../adapters/ses/client.js';
import { SesMailer } from '../../adapters/ses/mailer.js';
import { sealedMail } from '../../web/mails/sealed-mail.js';
import { createSealedDeps } from '../deps/sealed.js';
import { sealedTables } from '../deps/sealed-tables.js';
import { createObservability } from '../middleware/observability.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

const env = EnvSchema.parse(process.env);
const tables = sealedTables(env);
export const handler = createHandler({
  ...createSealedDeps(env, tables),
  contacts: new DynamoContactStore({ client: tables.client, contacts: env.CONTACTS_TABLE }),
  mailer: new SesMailer(createSesClient(), {
    from: env.MAIL_FROM,
    configurationSet: env.MAIL_CONFIGURATION_SET,
  }),
  compose: sealedMail,
  observability: createObservability('watch-sealed', env.STAGE),
});
