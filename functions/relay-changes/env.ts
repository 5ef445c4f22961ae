import * as z from 'zod';
import { clock, noticesQueue, petitions, stage, stateMachine } from '../deps/env-fields.js';

export const EnvSchema = z.object({ ...clock, ...noticesQueue, ...petitions, ...stage, ...stateMachine });
