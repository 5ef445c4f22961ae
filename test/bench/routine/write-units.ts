import { INDEXES, KEY, type IndexLayout } from '../../../adapters/dynamodb/layout.js';
import { itemSize, type WireItem } from './item-size.js';

/** What one write made of an item; null: not there. */
export interface Change {
  before: WireItem | null;
  after: WireItem | null;
}

const UNIT_BYTES = 1_024;

/** Write units for an item of this size: each KB started is one; nothing is free. */
export const unitsOf = (item: WireItem | null): number =>
  item === null ? 1 : Math.max(1, Math.ceil(itemSize(item) / UNIT_BYTES));

/** The larger of the two images counts; in a transaction twice, for DynamoDB writes it twice. Checks count as writes. */
export const tableUnits = ({ before, after }: Change, isTransactional: boolean): number =>
  Math.max(unitsOf(before), unitsOf(after)) * (isTransactional ? 2 : 1);

/** The entry of an item in an index: null when a key of the index is absent. */
const entryOf = (item: WireItem | null, layout: IndexLayout): WireItem | null => {
  if (item?.[layout.partition] === undefined || item[layout.sort] === undefined) return null;
  const kept = [KEY.partition, KEY.sort, layout.partition, layout.sort];
  const names = layout.projects === 'keys' ? kept : [...kept, ...layout.projects];
  return Object.fromEntries(
    [...new Set(names)].flatMap((name) => {
      const value = item[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const unitsOfEntry = (was: WireItem | null, is: WireItem | null, layout: IndexLayout): number => {
  if (was === null && is === null) return 0;
  if (was === null || is === null) return unitsOf(was ?? is);
  const isMoved = [layout.partition, layout.sort].some((name) => !isSame(was[name], is[name]));
  // An entry whose key changes is deleted at its old place and put at the new one.
  if (isMoved) return unitsOf(was) + unitsOf(is);
  return isSame(was, is) ? 0 : Math.max(unitsOf(was), unitsOf(is));
};

/** Units in each index of Petitions. Indexes follow the table; a transaction does not double them. */
export const indexUnits = ({ before, after }: Change): number =>
  Object.values(INDEXES).reduce(
    (sum, layout) => sum + unitsOfEntry(entryOf(before, layout), entryOf(after, layout), layout),
    0,
  );
