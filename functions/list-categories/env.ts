import * as z from 'zod';
import { registry, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...registry, ...stage });
