import type { Holdings, HoldingsPage } from '../../core/ports/holdings.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { holdingsPage, type HeldEntry, type HeldRange } from './holdings-pages.js';
import { sinceOfHeldKey } from './keys.js';
import { parseSummaryItem } from './petition-summary.js';
import { readRange } from './read-range.js';
import type { PetitionsTable } from './tables.js';

/** Times that are over have no line of a list; their key says since when. */
export const heldEntryOf = (item: Record<string, unknown>): HeldEntry => {
  const key = { pk: String(item['pk']), sk: String(item['sk']), sort: String(item['holderKey']) };
  const since = key.sk === 'META' ? parseSummaryItem(item).heldSince : sinceOfHeldKey(key.sort);
  return { key, since };
};

/** What agencies held and hold, in byHolder. */
export class DynamoHoldings implements Holdings {
  readonly #table: PetitionsTable;
  readonly #keyed: Keyed;

  constructor(table: PetitionsTable, keyed: Keyed) {
    this.#table = table;
    this.#keyed = keyed;
  }

  heldAt(
    asked: Parameters<Holdings['heldAt']>[0],
    page: Parameters<Holdings['heldAt']>[1],
  ): Promise<HoldingsPage> {
    return holdingsPage({ read: (range) => this.#read(range), keyed: this.#keyed }, asked, page);
  }

  async #read({ agencyId, ...range }: HeldRange): Promise<{ entries: HeldEntry[]; isEnd: boolean }> {
    const read = { ...range, index: 'byHolder', partition: agencyId } as const;
    const { items, isEnd } = await readRange(this.#table, read);
    return { entries: items.map(heldEntryOf), isEnd };
  }
}
