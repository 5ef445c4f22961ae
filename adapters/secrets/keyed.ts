import { createHmac, hkdfSync } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Keyed } from '../../core/ports/keyed.js';
import { ExpiringCache } from '../expiring-cache.js';

/**
 * A container keeps the secret for an hour: one call (0.05 USD for 10,000) an hour instead of one a request. A secret
 * that was replaced is therefore used for up to an hour longer.
 */
const KEPT = { maxAgeMs: 3_600_000, maxEntries: 1 };

const KEY_BYTES = 32;

/**
 * Keyed digests under keys derived (HKDF-SHA-256) from one secret, a key for each purpose: a digest made for one purpose
 * is worth nothing for another. Replacing the secret invalidates links and receipts already given out.
 */
export class SecretKeyed implements Keyed {
  readonly #client: SecretsManagerClient;
  readonly #secretArn: string;
  readonly #secret: ExpiringCache<string>;

  constructor(client: SecretsManagerClient, secretArn: string, nowMs?: () => number) {
    this.#client = client;
    this.#secretArn = secretArn;
    this.#secret = new ExpiringCache(KEPT, nowMs);
  }

  async mac(purpose: string, text: string): Promise<string> {
    const secret = await this.#secret.get(this.#secretArn, () => this.#read());
    const key = Buffer.from(hkdfSync('sha256', secret, '', `kien-nghi/${purpose}`, KEY_BYTES));
    return createHmac('sha256', key).update(text).digest('hex');
  }

  async #read(): Promise<string> {
    const { SecretString } = await this.#client.send(
      new GetSecretValueCommand({ SecretId: this.#secretArn }),
    );
    if (SecretString === undefined || SecretString.length < KEY_BYTES)
      throw new TypeError('the secret is too short');
    return SecretString;
  }
}
