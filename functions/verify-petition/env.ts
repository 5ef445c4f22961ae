import * as z from 'zod';
import { petitions, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...petitions, ...stage });
