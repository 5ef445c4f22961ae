import * as z from 'zod';
import { publicOrigin, stage } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...publicOrigin, ...stage });
