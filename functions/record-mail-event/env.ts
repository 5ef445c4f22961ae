import * as z from 'zod';
import { clock, contacts, petitions, registry, stage } from '../deps/env-fields.js';
import { gatewayUrl } from '../deps/gateway-env.js';

export const EnvSchema = z.object({
  ...clock,
  ...contacts,
  ...gatewayUrl,
  ...petitions,
  ...registry,
  ...stage,
});
