import { createSecretsClient } from '../../adapters/secrets/client.js';
import { SecretGatewayKey } from '../../adapters/secrets/gateway-key.js';
import type { GatewayKey } from '../../core/ports/messenger.js';
import type { GatewayEnv } from './gateway-env.js';

/** Null on a stage without a gateway. */
export const createGatewayKey = (env: Pick<GatewayEnv, 'GATEWAY_SECRET_ARN'>): GatewayKey | null =>
  env.GATEWAY_SECRET_ARN === undefined
    ? null
    : new SecretGatewayKey(createSecretsClient(), env.GATEWAY_SECRET_ARN);
