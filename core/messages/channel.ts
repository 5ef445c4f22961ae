/** Ways of a gateway to a telephone. */
export const MESSAGE_CHANNELS = ['sms', 'zalo'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];
