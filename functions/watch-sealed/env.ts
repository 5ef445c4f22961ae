import * as z from 'zod';
import { clock, contacts, mail, registry, sealedFiles, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...contacts,
  ...mail,
  ...registry,
  ...sealedFiles,
  ...stage,
});
