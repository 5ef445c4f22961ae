import * as z from 'zod';
import { clock, petitions, publicOrigin, registry, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...petitions,
  ...publicOrigin,
  ...registry,
  ...stage,
  ...vault,
});
