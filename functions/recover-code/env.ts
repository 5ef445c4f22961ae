import * as z from 'zod';
import { clock, formSecret, petitions, publicOrigin, registry, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...formSecret,
  ...petitions,
  ...publicOrigin,
  ...registry,
  ...stage,
  ...vault,
});
