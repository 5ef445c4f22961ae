import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SupportIndex, SupportRef } from '../../core/ports/support-index.js';
import { parsePetitionKey } from './keys.js';
import { INDEXES, PREFIX } from './layout.js';
import type { PetitionsTable } from './tables.js';

/** `PET#<id>` / `SUPPORT#<thread>` read back. @throws TypeError for any other key. */
export const supportRefOf = (item: Record<string, unknown>): SupportRef => {
  const key = { pk: String(item['pk']), sk: String(item['sk']) };
  const { petitionId, rest } = parsePetitionKey(key, PREFIX.support);
  return { petitionId, thread: rest };
};

/** Open support tasks in byHolder; written with the commits that open, move and end them (support-writes.ts). */
export class DynamoSupportIndex implements SupportIndex {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  async openSupports(agencyId: string): Promise<SupportRef[]> {
    const { partition, sort } = INDEXES.byHolder;
    const refs: SupportRef[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await this.#table.client.send(
        new QueryCommand({
          TableName: this.#table.petitions,
          IndexName: 'byHolder',
          KeyConditionExpression: '#partition = :agency AND begins_with(#sort, :support)',
          ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
          ExpressionAttributeValues: { ':agency': agencyId, ':support': PREFIX.support },
          ...(start !== undefined && { ExclusiveStartKey: start }),
        }),
      );
      refs.push(...(Items ?? []).map(supportRefOf));
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return refs;
  }
}
