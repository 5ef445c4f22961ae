import * as z from 'zod';
import {
  clock,
  codeSecret,
  contacts,
  formSecret,
  linkKeyVersion,
  linkSecret,
  mail,
  petitions,
  publicOrigin,
  registry,
  stage,
  vault,
} from '../deps/env-fields.js';
import { gateway } from '../deps/gateway-env.js';

export const EnvSchema = z.object({
  ...clock,
  ...codeSecret,
  ...contacts,
  ...formSecret,
  ...gateway,
  ...linkKeyVersion,
  ...linkSecret,
  ...mail,
  ...petitions,
  ...publicOrigin,
  ...registry,
  ...stage,
  ...vault,
});
