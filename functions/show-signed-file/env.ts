import * as z from 'zod';
import { evidence, formSecret, petitions, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...evidence, ...formSecret, ...petitions, ...stage });
