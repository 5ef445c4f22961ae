import * as z from 'zod';
import { clock, petitions, registry, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...petitions, ...registry, ...stage });
