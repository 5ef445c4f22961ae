import { parseDigest } from '../../../adapters/dynamodb/digest-store.js';
import { keys } from '../../../adapters/dynamodb/keys.js';
import type { Digest, DigestStore } from '../../../core/ports/digests.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryDigestStore implements DigestStore {
  constructor(private readonly database: InMemoryDatabase) {}

  load(agencyId: string, day: string): Promise<Digest | null> {
    const item = this.database.get('Petitions', keys.digest(agencyId, day));
    return Promise.resolve(item === undefined ? null : parseDigest(item));
  }

  open(digest: Digest): Promise<boolean> {
    const key = keys.digest(digest.agencyId, digest.day);
    return Promise.resolve(
      this.database.write({
        table: 'Petitions',
        key,
        check: (item) => item === undefined,
        apply: () => ({ ...key, ...digest }),
      }),
    );
  }
}
