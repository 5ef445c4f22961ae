import { TransientError } from '../../core/errors.js';
import type { DeskSearch, SearchLog } from '../../core/ports/petition-finder.js';
import { keys } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { transact } from './transaction.js';

/** A search as it is stored. */
export const toSearchItem = ({ id, ...search }: DeskSearch): Record<string, unknown> => ({
  ...keys.search(search.userId, search.at, id),
  schema: 1,
  ...search,
});

/** Searches of the desk, each with the count of its hour in one transaction. */
export class DynamoSearchLog implements SearchLog {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  async note(search: DeskSearch, mostAnHour: number): Promise<boolean> {
    const outcome = await transact(this.#table.client, [
      {
        name: 'hour',
        item: {
          Update: {
            TableName: this.#table.petitions,
            Key: keys.searchHour(search.userId, search.at),
            UpdateExpression: 'ADD #count :one',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: { ':one': 1, ':most': mostAnHour },
          },
        },
      },
      {
        name: 'search',
        item: {
          Put: {
            TableName: this.#table.petitions,
            Item: toSearchItem(search),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
    ]);
    if (outcome.kind === 'busy') throw new TransientError('The table is busy.');
    return outcome.kind === 'written';
  }
}
