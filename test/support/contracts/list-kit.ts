import type { Happening } from '../../../core/events.js';
import type { ListedPetition, PetitionList, PetitionQuery } from '../../../core/ports/audit.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { aDeadline, routed, submittedData } from '../builders/petition-builder.js';

export interface ListUnderTest {
  store: PetitionStore;
  list: PetitionList;
}

export const NOW = '2025-03-20T00:00:00.000Z';
export const promised = (at: string | null) => ({
  firstNoticeBy: submittedData().promised.firstNoticeBy,
  resolveBy: at === null ? null : aDeadline(at),
});

/** Petitions and lists of them for the contract: each test uses a province, agency or ward of its own. */
export const listKit = (under: () => ListUnderTest, numbers: { from: number }) => {
  let n = numbers.from;

  interface Given {
    at?: string;
    data?: NonNullable<Parameters<typeof aFirstChange>[0]>['data'];
    then?: { happening: Happening; at?: string }[];
  }
  const given = async ({ at = '2025-03-03T01:30:00.000Z', data = {}, then = [] }: Given): Promise<string> => {
    const { store } = under();
    const { change, intake } = aFirstChange({ n: ++n, at, data });
    await store.create(change, intake);
    let petition = change.after;
    for (const next of then) {
      const when = next.at === undefined ? {} : { at: next.at };
      const later = aNextChange(petition, next.happening, { when });
      await store.commit(later);
      petition = later.after;
    }
    return petition.id;
  };
  const pages = async (query: PetitionQuery, limit: number): Promise<ListedPetition[][]> => {
    const read: ListedPetition[][] = [];
    let cursor: string | undefined;
    do {
      const page = await under().list.list(query, {
        now: NOW,
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      read.push(page.items);
      cursor = page.next;
    } while (cursor !== undefined && read.length < 50);
    return read;
  };
  const idsOf = async (query: PetitionQuery, limit = 100): Promise<string[]> =>
    (await pages(query, limit)).flat().map((item) => item.id);
  const holder = (id: string) => ({ holder: { id, name: 'Phòng Quản lý đô thị', tier: 'huyen' } });
  return { given, pages, idsOf, holder };
};

export const transferData = (to: { holder: { id: string; name: string; tier: string } }) => {
  const { data } = routed(to);
  return { ...data, taskNo: 1, text: { digest: 'c'.repeat(64) }, weight: 1 as const };
};
