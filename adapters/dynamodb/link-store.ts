import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DigestLink, Link, LinkStore } from '../../core/ports/links.js';
import { type ItemKey, keys } from './keys.js';
import type { PetitionsTable } from './tables.js';
import { parseItem } from './parse-item.js';

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

const DigestLinkSchema = z.object({
  hash: z.string(),
  agencyId: z.string(),
  contactId: z.string(),
  addressSince: z.string(),
  keyVersion: z.string(),
  day: z.iso.date(),
  until: z.iso.datetime({ precision: 3 }),
}) satisfies z.ZodType<DigestLink>;

/** Links of tasks and of digests by the hash of their id. */
export class DynamoLinkStore implements LinkStore {
  readonly #tables: PetitionsTable;

  constructor(tables: PetitionsTable) {
    this.#tables = tables;
  }

  async find(hash: string): Promise<Link | null> {
    const item = await this.#get(keys.link(hash));
    return item === undefined ? null : parseItem(LinkSchema, item, 'LINK');
  }

  put(link: Link): Promise<void> {
    return this.#put({ ...keys.link(link.hash), ...link });
  }

  async findDigest(hash: string): Promise<DigestLink | null> {
    const item = await this.#get(keys.digestLink(hash));
    return item === undefined ? null : parseItem(DigestLinkSchema, item, 'LINK');
  }

  putDigest(link: DigestLink): Promise<void> {
    return this.#put({ ...keys.digestLink(link.hash), ...link });
  }

  async #get(Key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#tables.client.send(
      new GetCommand({ TableName: this.#tables.petitions, Key, ConsistentRead: true }),
    );
    return Item;
  }

  async #put(Item: ItemKey & (Link | DigestLink)): Promise<void> {
    await this.#tables.client.send(new PutCommand({ TableName: this.#tables.petitions, Item }));
  }
}
