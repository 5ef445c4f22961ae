import { historyPartition, keys } from '../../../adapters/dynamodb/keys.js';
import { readStoredRecord } from '../../../adapters/dynamodb/petition-item.js';
import type { StoredPetition, StoredPetitions } from '../../../core/ports/stored-petitions.js';
import type { InMemoryDatabase } from './in-memory-database.js';

export class InMemoryStoredPetitions implements StoredPetitions {
  constructor(private readonly database: InMemoryDatabase) {}

  stored(petitionId: string): Promise<StoredPetition> {
    const item = this.database.get('Petitions', keys.petition(petitionId));
    return Promise.resolve({
      events: this.database.query('Petitions', historyPartition(petitionId)).map(({ event }) => event),
      record: item === undefined ? undefined : readStoredRecord(item),
    });
  }
}
