import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ReleaseWalk, ReleaseWalkStore } from '../../core/ports/release-walks.js';
import { keys } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

const instant = z.iso.datetime({ precision: 3 });
const DueThreadSchema = z.object({ petitionId: z.string(), thread: z.string(), wakeAt: instant });

const ReleaseWalkSchema = z.object({
  release: z.string(),
  beginsAt: instant,
  left: z.record(z.string(), z.object({ after: DueThreadSchema.nullable(), failed: z.int().nonnegative() })),
  version: z.int().positive(),
}) satisfies z.ZodType<ReleaseWalk>;

export const parseReleaseWalk = (item: unknown): ReleaseWalk => parseItem(ReleaseWalkSchema, item, 'RELEASE');

/** The walk over all open threads that a new release asks for, in one item beside the petitions. */
export class DynamoReleaseWalkStore implements ReleaseWalkStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async load(): Promise<ReleaseWalk | null> {
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key: keys.releaseWalk(), ConsistentRead: true }),
    );
    return Item === undefined ? null : parseReleaseWalk(Item);
  }

  async save(walk: Omit<ReleaseWalk, 'version'>, before: ReleaseWalk | null): Promise<boolean> {
    const version = (before?.version ?? 0) + 1;
    const condition =
      before === null
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :was',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':was': before.version },
          };
    const Item = { ...keys.releaseWalk(), ...walk, version };
    try {
      await this.#tables.client.send(
        new PutCommand({ TableName: this.#tables.petitions, Item, ...condition }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
