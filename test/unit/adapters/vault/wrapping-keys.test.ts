import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { KmsWrappingKeys } from '../../../../adapters/vault/wrapping-keys.js';

const client = new KMSClient({ region: 'local' });
const mock = mockClient(client);
let now = 0;
const keys = () => new KmsWrappingKeys(client, 'key-id', () => now);
const generated = () => mock.commandCalls(GenerateDataKeyCommand).length;

describe('wrapping keys from KMS', () => {
  beforeEach(() => {
    now = 0;
    mock.reset();
    let n = 0;
    mock.on(GenerateDataKeyCommand).callsFake(() => {
      n += 1;
      return { Plaintext: new Uint8Array(32).fill(n), CiphertextBlob: Uint8Array.of(n) };
    });
    mock.on(DecryptCommand).callsFake(() => ({ Plaintext: new Uint8Array(32).fill(9) }));
  });

  it('asks KMS once for petitions at the same time', async () => {
    const wrapping = keys();
    const both = await Promise.all([wrapping.current(), wrapping.current()]);
    expect(both[0]).toEqual(both[1]);
    expect(generated()).toBe(1);
  });

  it('takes a new key after 1,000 petitions', async () => {
    const wrapping = keys();
    for (let i = 0; i < 1_000; i++) await wrapping.current();
    expect(generated()).toBe(1);
    await wrapping.current();
    expect(generated()).toBe(2);
  });

  it('takes a new key after an hour', async () => {
    const wrapping = keys();
    await wrapping.current();
    now = 3_599_999;
    await wrapping.current();
    expect(generated()).toBe(1);
    now = 3_600_000;
    await wrapping.current();
    expect(generated()).toBe(2);
  });

  it('does not keep a failure', async () => {
    const wrapping = keys();
    mock
      .on(GenerateDataKeyCommand)
      .rejectsOnce(new Error('KMS is away'))
      .resolves({
        Plaintext: new Uint8Array(32),
        CiphertextBlob: Uint8Array.of(7),
      });
    await expect(wrapping.current()).rejects.toThrow('KMS is away');
    expect((await wrapping.current()).encrypted).toBe('Bw');
  });

  it('decrypts each key once an hour, for the one purpose', async () => {
    const wrapping = keys();
    await wrapping.byEncrypted('AQ');
    await wrapping.byEncrypted('AQ');
    await wrapping.byEncrypted('Ag');
    const calls = mock.commandCalls(DecryptCommand).map((call) => call.args[0].input);
    expect(calls.map((input) => input.CiphertextBlob)).toEqual([Buffer.of(1), Buffer.of(2)]);
    expect(calls[0]).toMatchObject({
      KeyId: 'key-id',
      EncryptionContext: { purpose: 'kien-nghi-resident-vault' },
    });
  });
});
