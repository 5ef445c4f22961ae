import { supportRefOf } from '../../../adapters/dynamodb/support-index.js';
import type { SupportIndex, SupportRef } from '../../../core/ports/support-index.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemorySupportIndex implements SupportIndex {
  constructor(private readonly database: InMemoryDatabase) {}

  openSupports(agencyId: string): Promise<SupportRef[]> {
    const found = this.database
      .index('byHolder', agencyId)
      .filter((item) => String(item['holderKey']).startsWith('SUPPORT#'));
    return Promise.resolve(found.map(supportRefOf));
  }
}
