import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signatures of Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks, spec 1.0.0, symmetric):
 * `v1,` + base64 of HMAC-SHA-256 over `<webhook-id>.<webhook-timestamp>.<body>`. Both directions of the gateway use it.
 */
export interface WebhookHeaders {
  'webhook-id': string;
  /** Seconds since 1970, in real time. */
  'webhook-timestamp': string;
  /** One or more signatures, with spaces between them. */
  'webhook-signature': string;
}

/** A secret as it is handed over: base64, with `whsec_` in front or without. The standard asks for 24 to 64 bytes. */
const SECRET = /^(?:whsec_)?([A-Za-z0-9+/]{32,88}={0,2})$/;
const TOLERANCE_SECONDS = 300;
const LONGEST_ID = 200;
const MOST_SIGNATURES = 10;

/** @throws TypeError when it is no such secret; the message does not repeat it. */
export const webhookKey = (secret: string): Uint8Array => {
  const base64 = SECRET.exec(secret.trim())?.[1];
  if (base64 === undefined) throw new TypeError('the secret of the gateway is not one of Standard Webhooks');
  return Buffer.from(base64, 'base64');
};

interface Signed {
  id: string;
  seconds: string;
  body: string | Uint8Array;
}

const macOf = (key: Uint8Array, { id, seconds, body }: Signed): Buffer =>
  createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest();

export const signWebhook = (
  key: Uint8Array,
  { id, atMs, body }: { id: string; atMs: number; body: string },
): WebhookHeaders => {
  const seconds = String(Math.floor(atMs / 1_000));
  const mac = macOf(key, { id, seconds, body }).toString('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` };
};

const isSame = (mac: Buffer, signature: string): boolean => {
  const [version, base64] = signature.split(',');
  const given = Buffer.from(version === 'v1' ? (base64 ?? '') : '', 'base64');
  return given.length === mac.length && timingSafeEqual(given, mac);
};

/**
 * Is a request from whoever has the key, and at most five minutes old (or ahead)? Compared in constant time. What is
 * repeated within these minutes passes: whoever acts on it must act once.
 */
export const isSignedWebhook = (
  key: Uint8Array,
  request: { headers: Partial<WebhookHeaders>; body: Uint8Array; nowMs: number },
): boolean => {
  const { 'webhook-id': id = '', 'webhook-timestamp': seconds = '', ...rest } = request.headers;
  if (id === '' || id.length > LONGEST_ID || !/^\d{1,12}$/.test(seconds)) return false;
  if (Math.abs(request.nowMs / 1_000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  const mac = macOf(key, { id, seconds, body: request.body });
  const signatures = (rest['webhook-signature'] ?? '').split(' ').slice(0, MOST_SIGNATURES);
  return signatures.some((signature) => isSame(mac, signature));
};
