import { randomBytes } from 'node:crypto';
import { EnvelopeVault } from '../../../adapters/vault/envelope-vault.js';
import type { WrappingKey } from '../../../adapters/vault/sealing.js';
import type { WrappingKeys } from '../../../adapters/vault/wrapping-keys.js';
import type { InMemoryDatabase } from './in-memory-database.js';
import { InMemoryVaultItems } from './in-memory-small-stores.js';

/** One wrapping key in memory, in the place of KMS. */
export class FakeWrappingKeys implements WrappingKeys {
  readonly #key: WrappingKey = { key: randomBytes(32), encrypted: 'khoa-bao' };

  current(): Promise<WrappingKey> {
    return Promise.resolve(this.#key);
  }

  byEncrypted(encrypted: string): Promise<Uint8Array> {
    if (encrypted !== this.#key.encrypted) return Promise.reject(new Error('unknown wrapping key'));
    return Promise.resolve(this.#key.key);
  }
}

/** The real vault over the database in memory, without KMS. */
export const createFakeVault = (database: InMemoryDatabase): EnvelopeVault =>
  new EnvelopeVault({ items: new InMemoryVaultItems(database), wrappingKeys: new FakeWrappingKeys() });
