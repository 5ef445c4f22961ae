import type { ListedPetition, PetitionPage, PetitionQuery, PetitionSummary } from '../../core/ports/audit.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { Instant } from '../../core/time.js';
import { issueCursor, type ListPosition, openCursor } from './list-cursor.js';
import { asOf, matches } from './list-filter.js';
import { type ListRange, rangeOf } from './list-range.js';

/** Items of an index that one page may look at, and reads that it may make: empty months cost reads, too. */
const MAX_ITEMS = 1_000;
const MAX_READS = 48;

export interface IndexEntry {
  sort: string;
  summary: PetitionSummary;
}

/** One read of one partition, in order; `isEnd` when nothing follows in it. */
export type ReadIndex = (read: {
  index: ListRange['index'];
  partition: string;
  from: string;
  to: string;
  after: ListPosition['after'];
  descending: boolean;
  limit: number;
}) => Promise<{ entries: IndexEntry[]; isEnd: boolean }>;

interface Page {
  now: Instant;
  limit: number;
  cursor?: string;
}

/** Collects one page: stops at `limit` matches, at the bounds above, or at the end. */
class PageReader {
  readonly items: ListedPetition[] = [];
  #seen = 0;
  #reads = 0;

  constructor(
    private readonly read: ReadIndex,
    private readonly query: PetitionQuery,
    private readonly page: Page,
  ) {}

  /** Where to go on, or null at the end of the list. */
  async collect(start: ListPosition): Promise<ListPosition | null> {
    const range = rangeOf(this.query.by);
    const descending = this.query.descending ?? false;
    const partitions = descending ? range.partitions.toReversed() : range.partitions;
    let position = start;
    for (;;) {
      const partition = partitions[position.partition];
      if (partition === undefined) return null;
      if (this.#isFull()) return position;
      this.#reads += 1;
      const limit = Math.min(this.#chunk(), MAX_ITEMS - this.#seen);
      const bounds = { index: range.index, from: range.from, to: range.to, descending, limit };
      const { entries, isEnd } = await this.read({ ...bounds, partition, after: position.after });
      const last = this.#take(entries);
      const isWhole = last === entries.at(-1);
      if (isEnd && isWhole) position = { partition: position.partition + 1, after: null };
      else if (last !== undefined)
        position = { ...position, after: { sort: last.sort, petitionId: last.summary.id } };
    }
  }

  #isFull(): boolean {
    return this.items.length >= this.page.limit || this.#seen >= MAX_ITEMS || this.#reads >= MAX_READS;
  }

  /** Without residual conditions each item is a match; with them, more are read at once than are wanted. */
  #chunk(): number {
    const wanted = this.page.limit - this.items.length;
    return Object.keys(this.query.where).length === 0 ? wanted : Math.max(wanted, 250);
  }

  /** Takes entries until the page is full; gives the last one that was looked at. */
  #take(entries: readonly IndexEntry[]): IndexEntry | undefined {
    let last: IndexEntry | undefined;
    for (const entry of entries) {
      if (this.items.length >= this.page.limit) break;
      last = entry;
      this.#seen += 1;
      const item = asOf(entry.summary, this.page.now);
      if (matches(item, this.query.where)) this.items.push(item);
    }
    return last;
  }
}

/** The pages of a list over any way of reading an index; the store and its fake share the rules of paging. */
export const listPage = async (
  deps: { read: ReadIndex; keyed: Keyed },
  query: PetitionQuery,
  page: Page,
): Promise<PetitionPage> => {
  const start =
    page.cursor === undefined
      ? { partition: 0, after: null }
      : await openCursor(deps.keyed, query, page.cursor);
  const reader = new PageReader(deps.read, query, page);
  const next = await reader.collect(start);
  return next === null
    ? { items: reader.items }
    : { items: reader.items, next: await issueCursor(deps.keyed, query, next) };
};
