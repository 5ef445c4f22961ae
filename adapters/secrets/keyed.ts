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

/** The keys derived from one secret; purposes are few and fixed. Kept as long as the secret. */
class PurposeKeys {
  readonly #made = new Map<string, Buffer>();

  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  of(purpose: string): Buffer {
    const kept = this.#made.get(purpose);
    if (kept !== undefined) return kept;
    const key = Buffer.from(hkdfSync('sha256', this.#secret, '', `kien-nghi/${purpose}`, KEY_BYTES));
    this.#made.set(purpose, key);
    return key;
  }
}

/**
 * Keyed digests under keys derived (HKDF-SHA-256) from one secret, a key for each purpose: a digest made for one purpose
 * is worth nothing for another. What replacing a secret ends is in docs/runbook.md#secret-leaks.
 */
export class SecretKeyed implements Keyed {
  readonly #client: SecretsManagerClient;
  readonly #secretArn: string;
  readonly #keys: ExpiringCache<PurposeKeys>;

  constructor(client: SecretsManagerClient, secretArn: string, nowMs?: () => number) {
    this.#client = client;
    this.#secretArn = secretArn;
    this.#keys = new ExpiringCache(KEPT, nowMs);
  }

  async mac(purpose: string, text: string): Promise<string> {
    const keys = await this.#keys.get(this.#secretArn, () => this.#read());
    return createHmac('sha256', keys.of(purpose)).update(text).digest('hex');
  }

  async #read(): Promise<PurposeKeys> {
    const { SecretString } = await this.#client.send(
      new GetSecretValueCommand({ SecretId: this.#secretArn }),
    );
    if (SecretString === undefined || SecretString.length < KEY_BYTES)
      throw new TypeError('the secret is too short');
    return new PurposeKeys(SecretString);
  }
}
