import { createHash } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { ExpiringCache } from '../expiring-cache.js';
import type { WrappingKey } from './sealing.js';

/** Keys that wrap the data keys of petitions. */
export interface WrappingKeys {
  /** The key for new petitions. */
  current(): Promise<WrappingKey>;
  /** A key by its encrypted form. */
  byEncrypted(encrypted: string): Promise<Uint8Array>;
}

const HOUR_MS = 3_600_000;
/** One leaked wrapping key opens at most this many petitions' keys, if their table leaks as well. */
const PETITIONS_PER_KEY = 1_000;
const KEPT_KEYS = 500;
/** Bound by KMS to the ciphertext and written to its log: the key serves this purpose only. */
const CONTEXT = { purpose: 'kien-nghi-resident-vault' };

/**
 * Wrapping keys from KMS, kept by a container for at most an hour.
 *
 * Why a level between KMS and the petitions: asking KMS for each petition would cost only 3 USD for a million (0.03 USD
 * for 10,000 requests), but as much again whenever a list of them is opened; it would put a call and its quota on every
 * post, and stop intake whenever KMS stops. With it a container asks once an hour or once every 1,000 petitions, and a
 * read needs one Decrypt for each wrapping key, not for each petition. Erasing stays exact: it destroys the wrapped data
 * key of one petition, which exists once.
 */
export class KmsWrappingKeys implements WrappingKeys {
  readonly #kms: KMSClient;
  readonly #keyId: string;
  readonly #nowMs: () => number;
  readonly #opened: ExpiringCache<Uint8Array>;
  #current: { key: Promise<WrappingKey>; until: number; left: number } | undefined;

  constructor(kms: KMSClient, keyId: string, nowMs: () => number = () => performance.now()) {
    this.#kms = kms;
    this.#keyId = keyId;
    this.#nowMs = nowMs;
    this.#opened = new ExpiringCache({ maxAgeMs: HOUR_MS, maxEntries: KEPT_KEYS }, nowMs);
  }

  current(): Promise<WrappingKey> {
    const kept = this.#current;
    if (kept !== undefined && kept.left > 0 && this.#nowMs() < kept.until) {
      kept.left -= 1;
      return kept.key;
    }
    const key = this.#generate();
    const fresh = { key, until: this.#nowMs() + HOUR_MS, left: PETITIONS_PER_KEY - 1 };
    this.#current = fresh;
    key.catch(() => {
      if (this.#current === fresh) this.#current = undefined;
    });
    return key;
  }

  byEncrypted(encrypted: string): Promise<Uint8Array> {
    const hash = createHash('sha256').update(encrypted).digest('hex');
    return this.#opened.get(hash, () => this.#decrypt(encrypted));
  }

  async #generate(): Promise<WrappingKey> {
    const { Plaintext, CiphertextBlob } = await this.#kms.send(
      new GenerateDataKeyCommand({ KeyId: this.#keyId, KeySpec: 'AES_256', EncryptionContext: CONTEXT }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) throw new TypeError('KMS gave no data key');
    return { key: Plaintext, encrypted: Buffer.from(CiphertextBlob).toString('base64url') };
  }

  async #decrypt(encrypted: string): Promise<Uint8Array> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(encrypted, 'base64url'),
        EncryptionContext: CONTEXT,
      }),
    );
    if (Plaintext === undefined) throw new TypeError('KMS gave no key');
    return Plaintext;
  }
}
