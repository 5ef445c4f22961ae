import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Link, LinkStore } from '../../core/ports/links.js';
import { keys } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './unreadable-item-error.js';

const LinkSchema = z.object({
  hash: z.string(),
  petitionId: z.string(),
  taskNo: z.int(),
  thread: z.string().optional(),
  agencyId: z.string(),
  contactId: z.string(),
  // Links and contacts from before addresses and keys had versions go on as they were.
  addressSince: z.string().default(''),
  keyVersion: z.string().default('1'),
  requestSeq: z.int().optional(),
}) satisfies z.ZodType<Link>;

/** Links of tasks by the hash of their id. */
export class DynamoLinkStore implements LinkStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async find(hash: string): Promise<Link | null> {
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key: keys.link(hash), ConsistentRead: true }),
    );
    return Item === undefined ? null : parseItem(LinkSchema, Item, 'LINK');
  }

  async put(link: Link): Promise<void> {
    const Item = { ...keys.link(link.hash), ...link };
    await this.#tables.client.send(new PutCommand({ TableName: this.#tables.petitions, Item }));
  }
}
