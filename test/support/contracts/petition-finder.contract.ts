import { describe, expect, it } from 'vitest';
import type { DeskSearch, PetitionFinder, SearchLog } from '../../../core/ports/petition-finder.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import { aFirstChange } from '../builders/change-builder.js';
import { petitionIdNo } from '../builders/petition-builder.js';

export interface FinderUnderTest {
  store: PetitionStore;
  finder: PetitionFinder;
  searches: SearchLog;
}

/** What every blind index and every record of searches must keep. `from`: numbers of petitions that nobody else uses. */
export const petitionFinderContract = (under: () => FinderUnderTest, { from }: { from: number }): void => {
  const takeIn = async (n: number, finders: string[]): Promise<string> => {
    const { change, intake } = aFirstChange({ n: from + n });
    await under().store.create(change, { ...intake, finders });
    return change.after.id;
  };

  describe('the blind index of contacts', () => {
    it('finds what was handed in with a contact, newest first, up to a limit', async () => {
      const [first, second, third] = [
        await takeIn(1, ['f-mai', 'f-mail']),
        await takeIn(2, ['f-mai']),
        await takeIn(3, ['f-mai']),
      ];
      expect(await under().finder.find('f-mai', 9)).toEqual([third, second, first]);
      expect(await under().finder.find('f-mai', 2)).toEqual([third, second]);
      expect(await under().finder.find('f-mail', 9)).toEqual([first]);
    });

    it('says whether one petition is among them, however many there are', async () => {
      const id = await takeIn(4, ['f-nam']);
      expect(await under().finder.has('f-nam', id)).toBe(true);
      expect(await under().finder.has('f-mai', id)).toBe(false);
      expect(await under().finder.has('f-nam', petitionIdNo(from + 99))).toBe(false);
    });

    it('knows nothing of other contacts, nor of who left none', async () => {
      await takeIn(5, []);
      expect(await under().finder.find('f-khac', 9)).toEqual([]);
    });

    it('holds nothing of an intake that was not written', async () => {
      const { change, intake } = aFirstChange({ n: from + 6 });
      await under().store.create(change, { ...intake, finders: ['f-lan'] });
      const again = aFirstChange({ n: from + 7 });
      await under().store.create(again.change, { ...again.intake, key: intake.key, finders: ['f-lan'] });
      expect(await under().finder.find('f-lan', 9)).toEqual([change.after.id]);
    });
  });

  describe('the record of searches', () => {
    const search = (id: string, at = '2025-03-03T01:30:00.000Z', userId = 'can-bo'): DeskSearch => ({
      ...{ id, at, userId },
      by: 'phone',
      petitionId: null,
    });

    it('counts by person and hour, and notes nothing beyond', async () => {
      const note = (each: DeskSearch) => under().searches.note(each, 2);
      expect(await note(search('1'))).toBe(true);
      expect(await note(search('2'))).toBe(true);
      expect(await note(search('3'))).toBe(false);
      expect(await note(search('4', '2025-03-03T01:59:59.999Z'))).toBe(false);
      expect(await note(search('5', '2025-03-03T02:00:00.000Z'))).toBe(true);
      expect(await note(search('6', '2025-03-03T01:30:00.000Z', 'can-bo-khac'))).toBe(true);
    });
  });
};
