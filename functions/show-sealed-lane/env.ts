import * as z from 'zod';
import { clock, registry, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...registry, ...stage });
