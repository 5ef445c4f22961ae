import * as z from 'zod';
import { clock, petitions, registry, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...petitions, ...registry, ...stage, ...vault });
