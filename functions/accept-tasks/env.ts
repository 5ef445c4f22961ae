import * as z from 'zod';
import {
  clock,
  contacts,
  formSecret,
  linkKeyVersion,
  petitions,
  publicOrigin,
  registry,
  stage,
} from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...contacts,
  ...formSecret,
  ...linkKeyVersion,
  ...petitions,
  ...publicOrigin,
  ...registry,
  ...stage,
});
