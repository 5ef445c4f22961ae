import { keys } from '../../../adapters/dynamodb/keys.js';
import { parseReleaseWalk } from '../../../adapters/dynamodb/release-walk-store.js';
import type { ReleaseWalk, ReleaseWalkStore } from '../../../core/ports/release-walks.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryReleaseWalkStore implements ReleaseWalkStore {
  constructor(private readonly database: InMemoryDatabase) {}

  load(): Promise<ReleaseWalk | null> {
    const item = this.database.get('Petitions', keys.releaseWalk());
    return Promise.resolve(item === undefined ? null : parseReleaseWalk(item));
  }

  save(walk: Omit<ReleaseWalk, 'version'>, before: ReleaseWalk | null): Promise<boolean> {
    const key = keys.releaseWalk();
    return Promise.resolve(
      this.database.write({
        table: 'Petitions',
        key,
        check: (item) => item?.['version'] === before?.version,
        apply: () => ({ ...key, ...walk, version: (before?.version ?? 0) + 1 }),
      }),
    );
  }
}
