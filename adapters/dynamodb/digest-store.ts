import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Digest, DigestStore } from '../../core/ports/digests.js';
import type { LocalDay } from '../../core/time.js';
import { keys } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

const DigestSchema = z.object({
  agencyId: z.string(),
  day: z.iso.date(),
  at: z.iso.datetime({ precision: 3 }),
  carrier: z.strictObject({ petitionId: z.string(), id: z.string() }),
}) satisfies z.ZodType<Digest>;

export const parseDigest = (item: unknown): Digest => parseItem(DigestSchema, item, 'DIGEST');

/** Digests by agency and day. */
export class DynamoDigestStore implements DigestStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async load(agencyId: string, day: LocalDay): Promise<Digest | null> {
    const Key = keys.digest(agencyId, day);
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key, ConsistentRead: true }),
    );
    return Item === undefined ? null : parseDigest(Item);
  }

  async open(digest: Digest): Promise<boolean> {
    const command = new PutCommand({
      TableName: this.#tables.petitions,
      Item: { ...keys.digest(digest.agencyId, digest.day), ...digest },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await this.#tables.client.send(command);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}
