import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Holdings, HoldingsPage } from '../../core/ports/holdings.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { holdingsPage, type HeldEntry, type HeldRange } from './holdings-pages.js';
import { INDEXES } from './layout.js';
import { parseSummaryItem } from './petition-summary.js';
import type { PetitionsTable } from './tables.js';

/** Times that are over have no line of a list; their key says since when. */
export const heldEntryOf = (item: Record<string, unknown>): HeldEntry => {
  const key = { pk: String(item['pk']), sk: String(item['sk']), sort: String(item['holderKey']) };
  const since = key.sk === 'META' ? parseSummaryItem(item).heldSince : (key.sort.split('#')[2] ?? null);
  return { key, since };
};

/** What agencies held and hold, in byHolder. */
export class DynamoHoldings implements Holdings {
  readonly #table: PetitionsTable;
  readonly #keyed: Keyed;

  constructor(table: PetitionsTable, keyed: Keyed) {
    this.#table = table;
    this.#keyed = keyed;
  }

  heldAt(
    asked: Parameters<Holdings['heldAt']>[0],
    page: Parameters<Holdings['heldAt']>[1],
  ): Promise<HoldingsPage> {
    return holdingsPage({ read: (range) => this.#read(range), keyed: this.#keyed }, asked, page);
  }

  async #read({
    agencyId,
    from,
    to,
    after,
    limit,
  }: HeldRange): Promise<{ entries: HeldEntry[]; isEnd: boolean }> {
    const { partition, sort } = INDEXES.byHolder;
    const found = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.petitions,
        IndexName: 'byHolder',
        KeyConditionExpression: '#partition = :agency AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
        ExpressionAttributeValues: { ':agency': agencyId, ':from': from, ':to': to },
        Limit: limit,
        ...(after !== null && {
          ExclusiveStartKey: { pk: after.pk, sk: after.sk, [partition]: agencyId, [sort]: after.sort },
        }),
      }),
    );
    return { entries: (found.Items ?? []).map(heldEntryOf), isEnd: found.LastEvaluatedKey === undefined };
  }
}
