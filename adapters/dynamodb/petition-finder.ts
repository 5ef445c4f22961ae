import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PetitionFinder } from '../../core/ports/petition-finder.js';
import { finderPartition, keys } from './keys.js';
import type { Tables } from './tables.js';
import { parseItem } from './parse-item.js';

const FinderItemSchema = z.object({ petitionId: z.string() });

/**
 * The blind index of contacts, in the table of residents: no stream, no export, a week of recovery. Its items are written
 * with the petition (petition-writes.ts). Ids of petitions are in order of time.
 */
export class DynamoPetitionFinder implements PetitionFinder {
  readonly #tables: Pick<Tables, 'client' | 'residents'>;

  constructor(tables: Pick<Tables, 'client' | 'residents'>) {
    this.#tables = tables;
  }

  async find(key: string, limit: number): Promise<string[]> {
    const { Items } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.residents,
        KeyConditionExpression: 'pk = :key',
        ExpressionAttributeValues: { ':key': finderPartition(key) },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => parseItem(FinderItemSchema, item, 'FIND').petitionId);
  }

  async has(key: string, petitionId: string): Promise<boolean> {
    const { Item } = await this.#tables.client.send(
      new GetCommand({
        TableName: this.#tables.residents,
        Key: keys.finder(key, petitionId),
        ConsistentRead: true,
      }),
    );
    return Item !== undefined;
  }
}
