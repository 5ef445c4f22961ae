import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { precedentIn, type Precedent } from '../../core/petition/desk-precedent.js';
import type { PetitionChange } from '../../core/ports/petition-store.js';
import type { DeskPrecedents } from '../../core/ports/precedents.js';
import { precedentPartition, timeKey } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

const at = z.string();
const PrecedentSchema = z.union([
  z.object({ at, agencyId: z.string() }),
  z.object({ at, category: z.string() }),
]);

export const parsePrecedent = (item: unknown): Precedent => parseItem(PrecedentSchema, item, 'SORTED');

/** The item of a decision of the desk: one for each, so that two at once do not meet. Null for every other change. */
export const precedentItem = ({ precedentKey, event, after }: PetitionChange) => {
  const decided = precedentIn(event);
  return precedentKey === undefined || decided === null
    ? null
    : {
        pk: precedentPartition(precedentKey),
        sk: timeKey(event.at, after.id),
        at: event.at,
        ...decided,
      };
};

export class DynamoDeskPrecedents implements DeskPrecedents {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  async latest(key: string, limit: number): Promise<Precedent[]> {
    const { Items } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.petitions,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': precedentPartition(key) },
        ScanIndexForward: false,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return (Items ?? []).map(parsePrecedent);
  }
}
