import * as z from 'zod';
import { clock, petitions, registry, stage } from '../deps/env-fields.js';
import { gatewaySecret } from '../deps/gateway-env.js';

export const EnvSchema = z.object({ ...clock, ...gatewaySecret, ...petitions, ...registry, ...stage });
