import * as z from 'zod';
import { clock, formSecret, petitions, registry, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...formSecret,
  ...petitions,
  ...registry,
  ...stage,
  ...vault,
});
