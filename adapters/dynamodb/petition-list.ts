import type { PetitionList, PetitionPage, PetitionQuery } from '../../core/ports/audit.js';
import type { Keyed } from '../../core/ports/keyed.js';
import { keys } from './keys.js';
import { INDEXES } from './layout.js';
import { listPage, type ReadIndex } from './list-pages.js';
import { parseSummaryItem } from './petition-summary.js';
import { readRange } from './read-range.js';
import type { PetitionsTable } from './tables.js';

/** The auditors' list on the petitions' indexes. */
export class DynamoPetitionList implements PetitionList {
  readonly #tables: PetitionsTable;
  readonly #keyed: Keyed;

  constructor(tables: PetitionsTable, keyed: Keyed) {
    this.#tables = tables;
    this.#keyed = keyed;
  }

  list(query: PetitionQuery, page: Parameters<PetitionList['list']>[1]): Promise<PetitionPage> {
    return listPage({ read: (range) => this.#read(range), keyed: this.#keyed }, query, page);
  }

  async #read(range: Parameters<ReadIndex>[0]): ReturnType<ReadIndex> {
    const after = range.after && { ...keys.petition(range.after.petitionId), sort: range.after.sort };
    const { items, isEnd } = await readRange(this.#tables, { ...range, after });
    const { sort } = INDEXES[range.index];
    const entries = items.map((item) => ({ sort: String(item[sort]), summary: parseSummaryItem(item) }));
    return { entries, isEnd };
  }
}
