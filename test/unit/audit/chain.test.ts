import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { genesisHash, HASH_ALG, hashOfEvent, sealEvent } from '../../../core/audit/chain.js';

const jsonObjects = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));

describe('sealing', () => {
  /** Canonical text written out by hand: keys in order, no spaces, the hash left out. */
  it('hashes the canonical JSON of the event', () => {
    const sealed = sealEvent('00', { petitionId: 'p', seq: 2, type: 'X', data: { z: 1, a: 'ế' } });
    const text = `{"alg":"sha256-jcs-1","data":{"a":"ế","z":1},"petitionId":"p","prevHash":"00","seq":2,"type":"X"}`;
    expect(sealed.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(sealed).toMatchObject({ prevHash: '00', alg: HASH_ALG, data: { z: 1, a: 'ế' } });
  });

  it('gives each petition its own beginning', () => {
    expect(genesisHash('a')).not.toBe(genesisHash('b'));
    expect(genesisHash('a')).toMatch(/^[0-9a-f]{64}$/);
  });

  test.prop([jsonObjects])('survives JSON and another order of fields', (data) => {
    const sealed = sealEvent('00', { petitionId: 'p', seq: 1, data });
    const copied = JSON.parse(JSON.stringify(sealed)) as typeof sealed;
    const reversed = Object.fromEntries(Object.entries(copied).reverse());
    expect(hashOfEvent(reversed)).toBe(sealed.hash);
  });

  it('counts fields that are undefined as absent, as the table does', () => {
    const withUndefined = sealEvent('00', { petitionId: 'p', seq: 1, note: undefined });
    expect(withUndefined.hash).toBe(sealEvent('00', { petitionId: 'p', seq: 1 }).hash);
  });

  it.each([
    ['number', { seq: 2 }],
    ['petition', { petitionId: 'q' }],
    ['data', { data: 2 }],
  ])('gives another hash for another %s', (_what, change) => {
    const event = { petitionId: 'p', seq: 1, data: 1 };
    expect(sealEvent('00', { ...event, ...change }).hash).not.toBe(sealEvent('00', event).hash);
    expect(sealEvent('01', event).hash).not.toBe(sealEvent('00', event).hash);
  });
});
