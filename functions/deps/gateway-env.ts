import * as z from 'zod';
import { MESSAGE_CHANNELS } from '../../core/messages/channel.js';

/** Shared with the gateway for both directions: an ARN in AWS, a name on the local engine. */
export const gatewaySecret = { GATEWAY_SECRET_ARN: z.string().min(1).max(300).optional() };

/** Only on stages with a gateway for SMS or Zalo. */
export const gatewayUrl = { GATEWAY_URL: z.url().max(500).optional() };

export const gateway = {
  ...gatewaySecret,
  ...gatewayUrl,
  GATEWAY_CHANNEL: z.enum(MESSAGE_CHANNELS).optional(),
  GATEWAY_ACCENTS: z.enum(['true', 'false']).optional(),
};

export type GatewayEnv = z.infer<z.ZodObject<typeof gateway>>;
