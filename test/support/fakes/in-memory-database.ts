import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ItemKey } from '../../../adapters/dynamodb/keys.js';
import { type IndexName, INDEXES, type TableId } from '../../../adapters/dynamodb/layout.js';

export type Item = ItemKey & Record<string, unknown>;

/** One operation of a transaction. Without `apply` it only checks. */
export interface Write {
  /** Under which a failed check is reported. */
  name: string;
  table: TableId;
  key: ItemKey;
  check?: (item: Item | undefined) => boolean;
  apply?: (item: Item | undefined) => Item | undefined;
}

/** As a Lambda function gets it from the stream of Petitions. */
export interface FakeStreamRecord {
  eventID: string;
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  dynamodb: {
    Keys: Record<string, AttributeValue>;
    NewImage?: Record<string, AttributeValue>;
    OldImage?: Record<string, AttributeValue>;
    SequenceNumber: string;
  };
}

const place = (key: ItemKey): string => `${key.pk}\u0000${key.sk}`;

/** Items by partition and sort key: what is asked of one partition must not cost a look at all. */
type Partitions = Map<string, Map<string, Item>>;

/** What the table keeps of an item: values of DynamoDB, no references of the caller's. */
const stored = (item: Item): Item => unmarshall(marshall(item, { removeUndefinedValues: true })) as Item;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Copies of items, by key; copying is what costs, so it comes last. */
const inOrder = (items: Item[]): Item[] =>
  items.toSorted((a, b) => compare(a.pk, b.pk) || compare(a.sk, b.sk)).map(stored);

/**
 * The tables of the app in memory: transactions that check everything before they write anything, indexes that are
 * sparse, and the stream of Petitions. Holds the same items under the same keys as the deployed tables.
 */
export class InMemoryDatabase {
  /** Every change of Petitions, oldest first. */
  readonly records: FakeStreamRecord[] = [];
  readonly #tables: Record<TableId, Partitions> = {
    Petitions: new Map(),
    Residents: new Map(),
    ResidentKeys: new Map(),
    Contacts: new Map(),
    SealedFiles: new Map(),
    SealedPersons: new Map(),
  };

  get(table: TableId, key: ItemKey): Item | undefined {
    const item = this.#tables[table].get(key.pk)?.get(key.sk);
    return item && stored(item);
  }

  /** Items of a partition by sort key. */
  query(table: TableId, pk: string): Item[] {
    return inOrder([...(this.#tables[table].get(pk)?.values() ?? [])]);
  }

  all(table: TableId): Item[] {
    return inOrder(this.#everything(table));
  }

  /** Items of Petitions in a partition of an index, by its sort key. */
  index(name: IndexName, partition: string): Item[] {
    const { partition: pk, sort } = INDEXES[name];
    const found = this.#everything('Petitions').filter(
      (item) => item[pk] === partition && typeof item[sort] === 'string',
    );
    return inOrder(found).toSorted((a, b) => compare(String(a[sort]), String(b[sort])));
  }

  /** Writes all or nothing; gives the names of the checks that failed. */
  transact(writes: readonly Write[]): ReadonlySet<string> {
    const places = writes.map((write) => `${write.table} ${place(write.key)}`);
    if (new Set(places).size < places.length) throw new TypeError('a transaction may touch an item once');
    const failed = writes.filter(
      ({ table, key, check }) => check !== undefined && !check(this.get(table, key)),
    );
    if (failed.length > 0) return new Set(failed.map((write) => write.name));
    for (const write of writes) this.#apply(write);
    return new Set();
  }

  /** A single write; false when its check failed. */
  write(write: Omit<Write, 'name'>): boolean {
    return this.transact([{ ...write, name: 'only' }]).size === 0;
  }

  #everything(table: TableId): Item[] {
    return [...this.#tables[table].values()].flatMap((partition) => [...partition.values()]);
  }

  #apply({ table, key, apply }: Write): void {
    if (apply === undefined) return;
    const before = this.get(table, key);
    const after = apply(before);
    const partition = this.#tables[table].get(key.pk) ?? new Map<string, Item>();
    this.#tables[table].set(key.pk, partition);
    if (after === undefined) partition.delete(key.sk);
    else partition.set(key.sk, stored(after));
    if (table === 'Petitions') this.#record(key, before, after);
  }

  #record(key: ItemKey, before: Item | undefined, after: Item | undefined): void {
    const number = (this.records.length + 1).toString();
    const image = (item: Item) => marshall(item, { removeUndefinedValues: true });
    this.records.push({
      eventID: number,
      eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
      dynamodb: {
        Keys: marshall({ pk: key.pk, sk: key.sk }),
        ...(after && { NewImage: image(after) }),
        ...(before && { OldImage: image(before) }),
        SequenceNumber: number,
      },
    });
  }
}

/** A put that must not find anything. */
export const putNew = (name: string, table: TableId, item: Item): Write => ({
  name,
  table,
  key: { pk: item.pk, sk: item.sk },
  check: (found) => found === undefined,
  apply: () => item,
});

/** An item without its key. */
export const valuesOf = (item: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'pk' && name !== 'sk'));
