import * as z from 'zod';
import { sealedFiles, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...sealedFiles, ...stage });
