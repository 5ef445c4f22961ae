import * as z from 'zod';
import { clock, registry, sealedFiles, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...registry, ...sealedFiles, ...stage });
