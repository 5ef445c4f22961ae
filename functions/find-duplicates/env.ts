import * as z from 'zod';
import { petitions, registry, residents, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...petitions, ...registry, ...residents, ...stage });
