import * as z from 'zod';
import { petitions, stage, vault } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...petitions, ...stage, ...vault });
