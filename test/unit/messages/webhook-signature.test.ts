import { describe, expect, test } from 'vitest';
import { isSignedWebhook, signWebhook, webhookKey } from '../../../core/messages/webhook-signature.js';

/** Vector published with the reference libraries of Standard Webhooks. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const key = webhookKey(VECTOR.secret);
const at = Number(VECTOR.seconds) * 1_000;
const headers = {
  'webhook-id': VECTOR.id,
  'webhook-timestamp': VECTOR.seconds,
  'webhook-signature': VECTOR.signature,
};
const check = (changed: Partial<typeof headers> = {}, more: { body?: string; nowMs?: number } = {}) =>
  isSignedWebhook(key, {
    headers: { ...headers, ...changed },
    body: Buffer.from(more.body ?? VECTOR.body),
    nowMs: more.nowMs ?? at,
  });

describe('signatures as Standard Webhooks describe them', () => {
  test('are those of the reference libraries', () => {
    expect(signWebhook(key, { id: VECTOR.id, atMs: at + 999, body: VECTOR.body })).toEqual(headers);
    expect(check()).toBe(true);
  });

  test('cover the id, the time and every byte of the body', () => {
    expect(check({ 'webhook-id': 'msg_other' })).toBe(false);
    expect(check({ 'webhook-timestamp': '1614265331' })).toBe(false);
    expect(check({}, { body: `${VECTOR.body} ` })).toBe(false);
  });

  test('hold for five minutes of real time in both directions', () => {
    expect([-300, -301, 300, 301].map((s) => check({}, { nowMs: at + s * 1_000 }))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('may be several, while a secret is replaced', () => {
    expect(check({ 'webhook-signature': `v1,AAAA v1a,xyz ${VECTOR.signature}` })).toBe(true);
    expect(check({ 'webhook-signature': VECTOR.signature.replace('v1,', 'v2,') })).toBe(false);
  });

  test.each([{}, { 'webhook-id': '' }, { 'webhook-timestamp': 'now' }, { 'webhook-signature': '' }])(
    'missing or broken headers prove nothing: %j',
    (broken) => {
      const request = Object.keys(broken).length === 0 ? {} : { ...headers, ...broken };
      expect(isSignedWebhook(key, { headers: request, body: Buffer.from(VECTOR.body), nowMs: at })).toBe(
        false,
      );
    },
  );

  test('a secret is base64 of at least 24 bytes, with or without its prefix', () => {
    expect(webhookKey('A'.repeat(64))).toHaveLength(48);
    expect(() => webhookKey('whsec_short')).toThrow(TypeError);
    expect(() => webhookKey('')).toThrow(TypeError);
  });
});
