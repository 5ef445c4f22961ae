import { heldEntryOf } from '../../../adapters/dynamodb/holdings.js';
import { holdingsPage } from '../../../adapters/dynamodb/holdings-pages.js';
import type { Holdings, HoldingsPage } from '../../../core/ports/holdings.js';
import type { Keyed } from '../../../core/ports/keyed.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryHoldings implements Holdings {
  constructor(
    private readonly database: InMemoryDatabase,
    private readonly keyed: Keyed,
  ) {}

  heldAt(
    asked: Parameters<Holdings['heldAt']>[0],
    page: Parameters<Holdings['heldAt']>[1],
  ): Promise<HoldingsPage> {
    return holdingsPage(
      {
        keyed: this.keyed,
        read: ({ agencyId, from, to, after, limit }) => {
          const all = this.database
            .index('byHolder', agencyId)
            .filter(({ holderKey }) => String(holderKey) >= from && String(holderKey) <= to)
            .map(heldEntryOf);
          const start = after === null ? 0 : all.findIndex(({ key }) => key.sort > after.sort);
          const entries = start < 0 ? [] : all.slice(start, start + limit);
          return Promise.resolve({ entries, isEnd: start < 0 || start + limit >= all.length });
        },
      },
      asked,
      page,
    );
  }
}
