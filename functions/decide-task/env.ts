import * as z from 'zod';
import {
  clock,
  codeSecret,
  contacts,
  evidence,
  formSecret,
  linkKeyVersion,
  petitions,
  publicOrigin,
  registry,
  stage,
  vault,
} from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...codeSecret,
  ...contacts,
  ...evidence,
  ...formSecret,
  ...linkKeyVersion,
  ...petitions,
  ...publicOrigin,
  ...registry,
  ...stage,
  ...vault,
});
