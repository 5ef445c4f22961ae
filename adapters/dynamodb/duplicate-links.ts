import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DuplicateLinks } from '../../core/ports/duplicates.js';
import { keys } from './keys.js';
import { PREFIX } from './layout.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

const LinkSchema = z.object({ petitionId: z.string(), isLinked: z.boolean() });

/** Who follows a petition; written with the commit of the follower (duplicate-writes.ts). */
export class DynamoDuplicateLinks implements DuplicateLinks {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  async linkedTo(mainId: string, limit: number): Promise<string[]> {
    const { pk } = keys.petition(mainId);
    const { Items } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.petitions,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :duplicate)',
        ExpressionAttributeValues: { ':pk': pk, ':duplicate': PREFIX.duplicate },
        ConsistentRead: true,
      }),
    );
    return (Items ?? [])
      .map((item) => parseItem(LinkSchema, item, 'DUPLICATE'))
      .filter(({ isLinked }) => isLinked)
      .map(({ petitionId }) => petitionId)
      .slice(0, limit);
  }
}
