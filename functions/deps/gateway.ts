import { WebhookMessenger } from '../../adapters/webhook/webhook-messenger.js';
import type { MessageGateway } from '../../core/use-cases/message-to-resident.js';
import { messageComposer } from '../../web/mails/resident-messages.js';
import type { GatewayEnv } from './gateway-env.js';
import { createGatewayKey } from './gateway-key.js';

/** The way to telephones; undefined on a stage without one. @throws TypeError when half of it is configured. */
export const createGateway = (env: GatewayEnv): MessageGateway | undefined => {
  const key = createGatewayKey(env);
  const { GATEWAY_URL: url, GATEWAY_CHANNEL: channel, GATEWAY_ACCENTS: accents } = env;
  if (key === null && url === undefined) return undefined;
  if (key === null || url === undefined || channel === undefined)
    throw new TypeError('the gateway is configured by half');
  return {
    messenger: new WebhookMessenger({ url, channel, key, nowMs: () => Date.now() }),
    composer: messageComposer({ accents: accents === 'true' }),
  };
};
