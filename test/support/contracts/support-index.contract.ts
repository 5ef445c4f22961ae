import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { PetitionList } from '../../../core/ports/audit.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { SupportIndex } from '../../../core/ports/support-index.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { resolved, routed } from '../builders/petition-builder.js';
import { supportEnded, supportRequested } from '../builders/support-happenings.js';

export interface SupportIndexUnderTest {
  store: PetitionStore;
  supports: SupportIndex;
  list: PetitionList;
}

/** What the index of support tasks must keep wherever it lies. `from`: numbers of petitions that nobody else uses. */
export const supportIndexContract = (
  under: () => SupportIndexUnderTest,
  { from }: { from: number },
): void => {
  const after = async (n: number, ...happenings: Happening[]): Promise<Petition> => {
    const { change, intake } = aFirstChange({ n: from + n });
    await under().store.create(change, intake);
    let petition = change.after;
    for (const happening of [routed(), ...happenings]) {
      const next = aNextChange(petition, happening);
      await under().store.commit(next);
      petition = next.after;
    }
    return petition;
  };
  const agencyOf = ({ supports }: Petition): string => supports[0]?.holder.id ?? '';
  const foundFor = async (agencyId: string, { id }: Petition): Promise<string[]> =>
    (await under().supports.openSupports(agencyId))
      .filter(({ petitionId }) => petitionId === id)
      .map(({ thread }) => thread);

  describe('open support tasks of an agency', () => {
    it('are found while they are open, whatever else happens to the petition', async () => {
      const open = await after(1, supportRequested());
      expect(await foundFor(agencyOf(open), open)).toEqual(['support-1']);
      const noted = await after(2, supportRequested(), {
        type: 'TaskAccepted',
        data: { taskNo: 1, text: null },
      });
      expect(await foundFor(agencyOf(noted), noted)).toEqual(['support-1']);
      expect(await foundFor('khong-co', open)).toEqual([]);
    });

    it('are gone with their end, and with the answer of the lead', async () => {
      const ended = await after(3, supportRequested(), supportEnded());
      expect(await foundFor(agencyOf(ended), ended)).toEqual([]);
      const decided = await after(4, supportRequested(), resolved());
      expect(await foundFor(agencyOf(decided), decided)).toEqual([]);
    });

    it('do not stand in the list of what the agency holds', async () => {
      const open = await after(5, supportRequested());
      const { items } = await under().list.list(
        { by: { kind: 'holder', agencyId: agencyOf(open) }, where: {} },
        { now: open.head.at, limit: 100 },
      );
      expect(items.map(({ id }) => id)).not.toContain(open.id);
    });
  });
};
