import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { Holdings } from '../../../core/ports/holdings.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { closed, resolved, routed } from '../builders/petition-builder.js';

export interface HoldingsUnderTest {
  store: PetitionStore;
  holdings: Holdings;
}

const DAY = (day: number): string => `2025-03-${day.toString().padStart(2, '0')}T02:00:00.000Z`;

/** What an agency held at an instant, wherever that is kept. `from`: numbers of petitions that nobody else uses. */
export const holdingsContract = (under: () => HoldingsUnderTest, { from }: { from: number }): void => {
  let n = from;

  const to = (id: string): Happening => routed({ holder: { id, name: 'Phòng', tier: 'huyen' } });
  const moved = (id: string): Happening =>
    ({
      type: 'PetitionTransferred',
      data: {
        ...routed({ holder: { id, name: 'Phòng', tier: 'huyen' } }).data,
        ...{ taskNo: 1, text: { digest: 'c'.repeat(64) }, weight: 1 },
      },
    }) as Happening;
  const given = async (...steps: [day: number, happening: Happening][]): Promise<string> => {
    const { store } = under();
    const { change, intake } = aFirstChange({ n: ++n, at: DAY(1) });
    await store.create(change, intake);
    let petition = change.after;
    for (const [day, happening] of steps) {
      const later = aNextChange(petition, happening, { when: { at: DAY(day) } });
      await store.commit(later);
      petition = later.after;
    }
    return petition.id;
  };
  const held = async (agencyId: string, at: string, limit = 10): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | undefined;
    for (let reads = 0; reads < 50; reads += 1) {
      const page = await under().holdings.heldAt(
        { agencyId, at },
        { limit, ...(cursor !== undefined && { cursor }) },
      );
      expect(page.petitionIds.length).toBeLessThanOrEqual(limit);
      ids.push(...page.petitionIds);
      cursor = page.next;
      if (cursor === undefined) return ids.sort();
    }
    throw new Error('a list without end');
  };

  describe('what an agency held', () => {
    it('is what it had got by then and not yet given away, the first instant included, the last not', async () => {
      const id = await given([3, to('h-a')], [5, moved('h-b')], [9, resolved()]);
      expect(await held('h-a', DAY(2))).toEqual([]);
      expect(await held('h-a', DAY(3))).toEqual([id]);
      expect(await held('h-a', DAY(4))).toEqual([id]);
      expect(await held('h-a', DAY(5))).toEqual([]);
      expect(await held('h-b', DAY(4))).toEqual([]);
      expect(await held('h-b', DAY(5))).toEqual([id]);
      expect(await held('h-b', DAY(20))).toEqual([id]);
    });

    it('ends with the petition', async () => {
      const id = await given([3, to('h-c')], [5, resolved()], [9, closed()]);
      expect(await held('h-c', DAY(8))).toEqual([id]);
      expect(await held('h-c', DAY(9))).toEqual([]);
    });

    it('comes in pages, each once, over what is over and what is held now', async () => {
      const ids = [
        await given([3, to('h-d')], [8, moved('h-e')]),
        await given([3, to('h-d')], [9, moved('h-e')]),
        await given([3, to('h-d')]),
        await given([4, to('h-d')]),
      ];
      await given([7, to('h-d')]);
      await given([2, to('h-d')], [4, moved('h-e')]);
      for (const limit of [1, 2, 3, 10]) expect(await held('h-d', DAY(6), limit)).toEqual(ids.toSorted());
    });

    it('refuses a cursor that was changed or belongs to another question', async () => {
      await given([3, to('h-f')]);
      await given([3, to('h-f')]);
      const asked = { agencyId: 'h-f', at: DAY(6) };
      const { next = '' } = await under().holdings.heldAt(asked, { limit: 1 });
      for (const [other, cursor] of [
        [{ ...asked, at: DAY(7) }, next],
        [{ ...asked, agencyId: 'h-d' }, next],
        [asked, 'no cursor'],
      ] as const) {
        const error: unknown = await under()
          .holdings.heldAt(other, { limit: 1, cursor })
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(ValidationError);
        expect(error).toMatchObject({ code: 'invalid-cursor' });
      }
    });
  });
};
