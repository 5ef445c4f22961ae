import * as z from 'zod';
import { clock, noticesQueue, petitions, registry, stage, stateMachine } from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...noticesQueue,
  ...petitions,
  ...registry,
  ...stage,
  ...stateMachine,
});
