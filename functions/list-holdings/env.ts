import * as z from 'zod';
import { formSecret, petitions, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...formSecret, ...petitions, ...stage });
