import * as z from 'zod';
import { clock, formSecret, petitions, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...formSecret, ...petitions, ...stage });
