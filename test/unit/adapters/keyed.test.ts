import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { SecretKeyed } from '../../../adapters/secrets/keyed.js';

const client = new SecretsManagerClient({ region: 'local' });
const mock = mockClient(client);
const SECRET = 's'.repeat(64);

describe('keyed digests', () => {
  beforeEach(() => {
    mock.reset();
    mock.on(GetSecretValueCommand).resolves({ SecretString: SECRET });
  });

  it('depend on secret, purpose and text, and on nothing else', async () => {
    const keyed = new SecretKeyed(client, 'arn');
    const mac = await keyed.mac('link', 'text');
    expect(mac).toMatch(/^[0-9a-f]{64}$/);
    expect(await new SecretKeyed(client, 'arn').mac('link', 'text')).toBe(mac);
    expect(await keyed.mac('form', 'text')).not.toBe(mac);
    expect(await keyed.mac('link', 'texts')).not.toBe(mac);
    mock.on(GetSecretValueCommand).resolves({ SecretString: 't'.repeat(64) });
    expect(await new SecretKeyed(client, 'arn').mac('link', 'text')).not.toBe(mac);
  });

  it('read the secret once an hour', async () => {
    let now = 0;
    const keyed = new SecretKeyed(client, 'arn', () => now);
    await keyed.mac('link', 'a');
    await keyed.mac('form', 'b');
    expect(mock.commandCalls(GetSecretValueCommand)).toHaveLength(1);
    now = 3_600_000;
    await keyed.mac('link', 'a');
    expect(mock.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });

  it('refuse a secret that is too short', async () => {
    mock.on(GetSecretValueCommand).resolves({ SecretString: 'short' });
    await expect(new SecretKeyed(client, 'arn').mac('link', 'a')).rejects.toThrow('too short');
  });
});
