import { parsePrecedent } from '../../../adapters/dynamodb/desk-precedents.js';
import { precedentPartition } from '../../../adapters/dynamodb/keys.js';
import type { Precedent } from '../../../core/petition/desk-precedent.js';
import type { DeskPrecedents } from '../../../core/ports/precedents.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryDeskPrecedents implements DeskPrecedents {
  constructor(private readonly database: InMemoryDatabase) {}

  latest(key: string, limit: number): Promise<Precedent[]> {
    const items = this.database.query('Petitions', precedentPartition(key)).toReversed();
    return Promise.resolve(items.slice(0, limit).map(parsePrecedent));
  }
}
