import * as z from 'zod';
import { clock, petitions, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...petitions, ...stage });
