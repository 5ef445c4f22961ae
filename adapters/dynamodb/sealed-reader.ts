import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SealedStore, StoredFile } from '../../core/ports/sealed-store.js';
import { parseSealedEvent, type SealedEvent } from '../../core/sealed/sealed-events.js';
import type { SealedFile } from '../../core/sealed/sealed-file.js';
import { UnreadableItemError } from '../../core/unreadable-item-error.js';
import { historyItems } from './history-items.js';
import { type ItemKey, keys, sealedIdOf } from './keys.js';
import { OPEN_SHARD, parseSealedItem } from './sealed-item.js';
import type { SealedTables } from './sealed-tables.js';
import { parseItem } from './parse-item.js';

const CodeSchema = z.object({ fileId: z.string() });
const EventItemSchema = z.object({ event: z.unknown() });

/** Index, its partition and where to go on: the sort key of the last item, which is unique. */
interface Listing {
  index: 'byBody' | 'byOpen';
  partition: readonly [name: string, value: string];
  sort: string;
}

/** One that cannot be read holds up no other: it is told by its id. */
const readable = (items: Record<string, unknown>[]): { items: StoredFile[]; unreadable: string[] } => {
  const read: { items: StoredFile[]; unreadable: string[] } = { items: [], unreadable: [] };
  for (const item of items)
    try {
      read.items.push(parseSealedItem(item));
    } catch (error) {
      if (!(error instanceof UnreadableItemError)) throw error;
      read.unreadable.push(sealedIdOf(item['pk']));
    }
  return read;
};

/** Reads records and histories of denunciations. Needs no right to write and none to the vault. */
export class DynamoSealedReader implements Pick<
  SealedStore,
  'load' | 'findByCode' | 'history' | 'ofBody' | 'open'
> {
  readonly #tables: Pick<SealedTables, 'client' | 'sealedFiles'>;

  constructor(tables: Pick<SealedTables, 'client' | 'sealedFiles'>) {
    this.#tables = tables;
  }

  async load(fileId: string): Promise<SealedFile | null> {
    return (await this.stored(fileId))?.file ?? null;
  }

  async findByCode(code: string): Promise<SealedFile | null> {
    const item = await this.read(keys.code(code));
    return item === undefined ? null : this.load(parseItem(CodeSchema, item, 'CODE').fileId);
  }

  async history(fileId: string): Promise<SealedEvent[]> {
    const { client, sealedFiles } = this.#tables;
    const items = await historyItems(client, sealedFiles, fileId);
    return items.map((item) => parseSealedEvent(parseItem(EventItemSchema, item, 'event').event));
  }

  async ofBody(bodyId: string, page: { limit: number; after?: string }) {
    const listing = { index: 'byBody', partition: ['bodyId', bodyId], sort: 'bodyKey' } as const;
    const { items, ...next } = await this.#list(listing, page);
    return { items: items.map(({ file }) => file), ...next };
  }

  open(page: { limit: number; after?: string }) {
    return this.#list({ index: 'byOpen', partition: ['openShard', OPEN_SHARD], sort: 'openKey' }, page);
  }

  protected async stored(fileId: string): Promise<StoredFile | null> {
    const item = await this.read(keys.sealedFile(fileId));
    return item === undefined ? null : parseSealedItem(item);
  }

  protected async read(key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: this.#tables.sealedFiles, Key: key, ConsistentRead: true });
    return (await this.#tables.client.send(command)).Item;
  }

  /** Goes on by the sort key, not by DynamoDB's own cursor: no key of a table leaves the server. */
  async #list(
    { index, partition: [name, value], sort }: Listing,
    { limit, after }: { limit: number; after?: string },
  ): Promise<{ items: StoredFile[]; unreadable: string[]; next?: string }> {
    const { Items = [] } = await this.#tables.client.send(
      new QueryCommand({
        TableName: this.#tables.sealedFiles,
        IndexName: index,
        KeyConditionExpression: after === undefined ? '#name = :value' : '#name = :value AND #sort > :after',
        ExpressionAttributeNames: { '#name': name, ...(after !== undefined && { '#sort': sort }) },
        ExpressionAttributeValues: { ':value': value, ...(after !== undefined && { ':after': after }) },
        Limit: limit,
      }),
    );
    const last: unknown = Items.at(-1)?.[sort];
    return {
      ...readable(Items),
      ...(Items.length === limit && typeof last === 'string' && { next: last }),
    };
  }
}
