import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { PetitionList, PetitionPage, PetitionQuery } from '../../core/ports/audit.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { keys } from './keys.js';
import { INDEXES } from './layout.js';
import { listPage, type ReadIndex } from './list-pages.js';
import { parseSummaryItem } from './petition-summary.js';
import type { PetitionsTable } from './tables.js';

/** The auditors' list on the petitions' indexes. */
export class DynamoPetitionList implements PetitionList {
  readonly #tables: PetitionsTable;
  readonly #keyed: Keyed;

  constructor(tables: PetitionsTable, keyed: Keyed) {
    this.#tables = tables;
    this.#keyed = keyed;
  }

  list(query: PetitionQuery, page: Parameters<PetitionList['list']>[1]): Promise<PetitionPage> {
    return listPage({ read: (range) => this.#read(range), keyed: this.#keyed }, query, page);
  }

  async #read(range: Parameters<ReadIndex>[0]): ReturnType<ReadIndex> {
    const index = INDEXES[range.index];
    const start = range.after && {
      ...keys.petition(range.after.petitionId),
      [index.partition]: range.partition,
      [index.sort]: range.after.sort,
    };
    const found = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.petitions,
        IndexName: range.index,
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': index.partition, '#sort': index.sort },
        ExpressionAttributeValues: { ':partition': range.partition, ':from': range.from, ':to': range.to },
        ScanIndexForward: !range.descending,
        Limit: range.limit,
        ...(start !== null && { ExclusiveStartKey: start }),
      }),
    );
    const entries = (found.Items ?? []).map((item) => ({
      sort: String(item[index.sort]),
      summary: parseSummaryItem(item),
    }));
    return { entries, isEnd: found.LastEvaluatedKey === undefined };
  }
}
