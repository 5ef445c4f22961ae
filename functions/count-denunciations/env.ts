import * as z from 'zod';
import { clock, sealedFiles, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...sealedFiles, ...stage });
