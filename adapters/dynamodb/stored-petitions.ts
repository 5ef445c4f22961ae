import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { HeadConflictError } from '../../core/errors.js';
import type { StoredPetition, StoredPetitions } from '../../core/ports/stored-petitions.js';
import { historyItems } from './history-items.js';
import { keys } from './keys.js';
import { readStoredRecord } from './petition-item.js';
import type { PetitionsTable } from './tables.js';

const MAX_TRIES = 5;

/** Reads what lies there, strongly consistent, and believes nothing of it. */
export class DynamoStoredPetitions implements StoredPetitions {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  /**
   * Record, events, record again: what was committed in between would look like a missing end.
   * @throws HeadConflictError when the petition changed each time.
   */
  async stored(petitionId: string): Promise<StoredPetition> {
    let before = await this.#record(petitionId);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const items = await historyItems(this.#table.client, this.#table.petitions, petitionId);
      const events = items.map(({ event }) => event);
      const after = await this.#record(petitionId);
      if (isSame(before, after)) return { events, record: after };
      before = after;
    }
    throw new HeadConflictError();
  }

  async #record(petitionId: string): Promise<unknown> {
    const command = new GetCommand({
      TableName: this.#table.petitions,
      Key: keys.petition(petitionId),
      ConsistentRead: true,
    });
    const { Item } = await this.#table.client.send(command);
    return Item === undefined ? undefined : readStoredRecord(Item);
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
