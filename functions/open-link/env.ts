import * as z from 'zod';
import { clock, evidence, formSecret, petitions, registry, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...evidence,
  ...formSecret,
  ...petitions,
  ...registry,
  ...stage,
  ...vault,
});
