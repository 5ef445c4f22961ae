import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Neighbour } from '../../core/duplicates/candidates.js';
import { MARK_DIGITS, SKETCH_SIZE, type TextSketch } from '../../core/duplicates/sketch.js';
import type { TextSketches } from '../../core/ports/duplicates.js';
import type { Instant } from '../../core/time.js';
import { lazily } from '../../core/lazily.js';
import { type ItemKey, keys } from './keys.js';
import { INDEXES } from './layout.js';
import { parseSummaryItem } from './petition-summary.js';
import type { Tables } from './tables.js';
import { parseItem } from './parse-item.js';

const sketchSchema = lazily(
  () =>
    z.object({
      sketch: z.strictObject({
        count: z.int().nonnegative(),
        marks: z.array(z.string().length(MARK_DIGITS)).max(SKETCH_SIZE),
      }),
    }) satisfies z.ZodType<{ sketch: TextSketch }>,
);

/** What one request reads at most (limit of DynamoDB). */
const MOST_KEYS = 100;
/** Rounds for what the table was too busy to read; candidates that stay away are missed, not waited for. */
const ROUNDS = 3;

export const parseSketch = (item: unknown): TextSketch => parseItem(sketchSchema(), item, 'SKETCH').sketch;

/** Sketches lie in the partition of the petition's texts: what is erased there is erased here. */
export class DynamoTextSketches implements TextSketches {
  readonly #tables: Pick<Tables, 'client' | 'petitions' | 'residents'>;

  constructor(tables: Pick<Tables, 'client' | 'petitions' | 'residents'>) {
    this.#tables = tables;
  }

  async sketch(petitionId: string): Promise<TextSketch | null> {
    return (await this.#sketches([petitionId])).get(petitionId) ?? null;
  }

  async neighbours(
    { unitId, since }: { unitId: string; since: Instant },
    limit: number,
  ): Promise<Neighbour[]> {
    const { partition, sort } = INDEXES.byUnit;
    const { Items } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.petitions,
        IndexName: 'byUnit',
        KeyConditionExpression: '#partition = :unit AND #sort >= :since',
        ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
        ExpressionAttributeValues: { ':unit': unitId, ':since': since },
        ScanIndexForward: false,
        Limit: Math.min(limit, MOST_KEYS),
      }),
    );
    const petitions = (Items ?? []).map(parseSummaryItem);
    const sketches = await this.#sketches(petitions.map(({ id }) => id));
    return petitions.flatMap((petition) => {
      const sketch = sketches.get(petition.id);
      return sketch === undefined ? [] : [{ petition, sketch }];
    });
  }

  async #sketches(petitionIds: readonly string[]): Promise<Map<string, TextSketch>> {
    const found = new Map<string, TextSketch>();
    const byKey = new Map(petitionIds.map((id) => [keys.sketch(id).pk, id]));
    let wanted: ItemKey[] = petitionIds.map((id) => keys.sketch(id));
    for (let round = 0; round < ROUNDS && wanted.length > 0; round += 1) {
      const { residents } = this.#tables;
      // Only what is asked for: the permission ends at these attributes.
      const request = {
        Keys: wanted,
        ProjectionExpression: 'pk, sk, sketch',
        ConsistentRead: true,
      };
      const read = await this.#tables.client.send(
        new BatchGetCommand({ RequestItems: { [residents]: request } }),
      );
      for (const item of read.Responses?.[residents] ?? []) {
        const id = byKey.get(String(item['pk']));
        if (id !== undefined) found.set(id, parseSketch(item));
      }
      wanted = (read.UnprocessedKeys?.[residents]?.Keys ?? []) as ItemKey[];
    }
    return found;
  }
}
