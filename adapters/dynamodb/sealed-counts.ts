import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SealedCounts } from '../../core/ports/sealed-store.js';
import type { QuarterCounts } from '../../core/sealed/counts.js';
import { countPartition } from './keys.js';
import type { SealedTables } from './sealed-tables.js';
import { parseItem } from './parse-item.js';

const sum = z.int().nonnegative().default(0);
const CountSchema = z.object({ sk: z.string(), received: sum, handedOver: sum, closed: sum, late: sum });

/** Reads sums only: it has no way to a file. */
export class DynamoSealedCounts implements SealedCounts {
  readonly #tables: Pick<SealedTables, 'client' | 'sealedFiles'>;

  constructor(tables: Pick<SealedTables, 'client' | 'sealedFiles'>) {
    this.#tables = tables;
  }

  /** Four items at most. */
  async of(provinceId: string, year: number): Promise<QuarterCounts[]> {
    const { Items = [] } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.sealedFiles,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :year)',
        ExpressionAttributeValues: { ':pk': countPartition(provinceId), ':year': `${year}-Q` },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => {
      const { sk: quarter, ...counts } = parseItem(CountSchema, item, 'COUNT');
      return { quarter, ...counts };
    });
  }
}
