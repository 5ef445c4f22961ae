import * as z from 'zod';
import { clock, formSecret, registry, sealedFiles, sealedVault, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...formSecret,
  ...registry,
  ...sealedFiles,
  ...sealedVault,
  ...stage,
});
