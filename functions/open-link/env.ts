import * as z from 'zod';
import {
  clock,
  contacts,
  evidence,
  formSecret,
  linkKeyVersion,
  petitions,
  registry,
  stage,
  vault,
} from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...contacts,
  ...evidence,
  ...formSecret,
  ...linkKeyVersion,
  ...petitions,
  ...registry,
  ...stage,
  ...vault,
});
