import * as z from 'zod';
import { petitions, registry, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...petitions, ...registry, ...stage });
