import { finderPartition, keys } from '../../../adapters/dynamodb/keys.js';
import { toSearchItem } from '../../../adapters/dynamodb/search-log.js';
import type { DeskSearch, PetitionFinder, SearchLog } from '../../../core/ports/petition-finder.js';
import { type InMemoryDatabase, type Item, putNew } from './in-memory-database.js';

export class InMemoryPetitionFinder implements PetitionFinder {
  constructor(private readonly database: InMemoryDatabase) {}

  find(key: string, limit: number): Promise<string[]> {
    const items = this.database.query('Residents', finderPartition(key)).reverse();
    return Promise.resolve(items.slice(0, limit).map((item) => String(item['petitionId'])));
  }

  has(key: string, petitionId: string): Promise<boolean> {
    return Promise.resolve(this.database.get('Residents', keys.finder(key, petitionId)) !== undefined);
  }
}

const countOf = (item: Item | undefined): number => Number(item?.['count'] ?? 0);

export class InMemorySearchLog implements SearchLog {
  constructor(private readonly database: InMemoryDatabase) {}

  note(search: DeskSearch, mostAnHour: number): Promise<boolean> {
    const key = keys.searchHour(search.userId, search.at);
    const failed = this.database.transact([
      {
        name: 'hour',
        table: 'Petitions',
        key,
        check: (item) => countOf(item) < mostAnHour,
        apply: (item) => ({ ...key, count: countOf(item) + 1 }),
      },
      putNew('search', 'Petitions', toSearchItem(search) as Item),
    ]);
    return Promise.resolve(failed.size === 0);
  }
}
