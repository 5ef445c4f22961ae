import * as z from 'zod';
import {
  clock,
  deliveryWatch,
  noticesQueue,
  petitions,
  registry,
  stage,
  stateMachine,
} from '../deps/env-fields.js';

export const EnvSchema = z.object({
  ...clock,
  ...deliveryWatch,
  ...noticesQueue,
  ...petitions,
  ...registry,
  ...stage,
  ...stateMachine,
});
