import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  BrokenSealError,
  openDocument,
  sealDocument,
  unwrapDataKey,
  wrapDataKey,
  wrappingKeyOf,
} from '../../../../adapters/vault/sealing.js';

const key = randomBytes(32);
const place = { petitionId: 'p', seq: 2 };

/** Changes one character in a part of a compact JWE (0 header, 3 ciphertext, 4 tag). */
const spoil = (jwe: string, part: number): string =>
  jwe
    .split('.')
    .map((text, i) => (i === part ? `${text[0] === 'A' ? 'B' : 'A'}${text.slice(1)}` : text))
    .join('.');

describe('sealing', () => {
  it('names algorithm, petition and event in the open header', async () => {
    const jwe = await sealDocument(place, { text: 'x' }, key);
    const header = JSON.parse(Buffer.from(jwe.split('.')[0]!, 'base64url').toString()) as unknown;
    expect(header).toEqual({ alg: 'dir', enc: 'A256GCM', kid: 'p', seq: 2 });
  });

  it.each([0, 3, 4])('notices a change in part %i', async (part) => {
    const jwe = await sealDocument(place, { text: 'some text' }, key);
    await expect(openDocument(place, spoil(jwe, part), key)).rejects.toThrow(BrokenSealError);
  });

  it('opens nothing with another key', async () => {
    const jwe = await sealDocument(place, { text: 'x' }, key);
    await expect(openDocument(place, jwe, randomBytes(32))).rejects.toThrow(BrokenSealError);
  });

  it('wraps a data key so that it names what opens it', async () => {
    const dataKey = randomBytes(32);
    const wrapped = await wrapDataKey('p', dataKey, { key, encrypted: 'from-kms' });
    expect(wrappingKeyOf(wrapped)).toBe('from-kms');
    expect(Buffer.from(await unwrapDataKey('p', wrapped, key))).toEqual(dataKey);
    await expect(unwrapDataKey('q', wrapped, key)).rejects.toThrow(BrokenSealError);
  });
});
