import { describe, expect, it } from 'vitest';
import type { TextSketch } from '../../../core/duplicates/sketch.js';
import { HeadConflictError } from '../../../core/errors.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { DuplicateLinks, TextSketches } from '../../../core/ports/duplicates.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { linked, unlinked } from '../builders/duplicate-happenings.js';
import { petitionIdNo, routed } from '../builders/petition-builder.js';
import { withdrawn } from '../builders/resident-happenings.js';

export interface DuplicatesUnderTest {
  store: PetitionStore;
  duplicates: DuplicateLinks;
  sketches: TextSketches;
}

const SKETCH: TextSketch = { count: 2, marks: ['0a1b2c3d', 'ff00ff00'] };
const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** What links and sketches must keep wherever they lie. `from`: numbers of petitions that nobody else uses. */
export const duplicatesContract = (under: () => DuplicatesUnderTest, { from }: { from: number }): void => {
  const takeIn = async (n: number, sketch?: TextSketch, unitId = 'phuong-thu'): Promise<Petition> => {
    const { change, intake } = aFirstChange({ n: from + n, data: { unitId } });
    await under().store.create(change, { ...intake, ...(sketch !== undefined && { sketch }) });
    return change.after;
  };
  const routedOne = async (n: number): Promise<Petition> => {
    const change = aNextChange(await takeIn(n), routed());
    await under().store.commit(change);
    return change.after;
  };
  const link = async (petition: Petition, main: Petition): Promise<Petition> => {
    const change = aNextChange(petition, linked({ mainId: main.id, mainCode: main.code }));
    await under().store.commit(change);
    return change.after;
  };

  describe('links of duplicates', () => {
    it('are found from the main petition while they last', async () => {
      const [main, first, second] = [await routedOne(1), await routedOne(2), await routedOne(3)];
      const is = await link(first, main);
      await link(second, main);
      expect(await under().duplicates.linkedTo(main.id, 9)).toEqual([first.id, second.id]);
      expect(await under().duplicates.linkedTo(main.id, 1)).toEqual([first.id]);
      await under().store.commit(aNextChange(is, unlinked()));
      expect(await under().duplicates.linkedTo(main.id, 9)).toEqual([second.id]);
      expect(await under().duplicates.linkedTo(first.id, 9)).toEqual([]);
    });

    it('are not made to what is linked itself, has ended or does not exist', async () => {
      const [main, first, second] = [await routedOne(4), await routedOne(5), await routedOne(6)];
      await link(first, main);
      await expect(link(second, first)).rejects.toThrow(HeadConflictError);
      await under().store.commit(aNextChange(main, withdrawn()));
      await expect(link(second, main)).rejects.toThrow(HeadConflictError);
      await expect(link(second, { ...main, id: petitionIdNo(from + 99) })).rejects.toThrow(HeadConflictError);
      expect((await under().store.load(second.id))?.status).toBe('ASSIGNED');
      expect(await under().duplicates.linkedTo(main.id, 9)).toEqual([first.id]);
    });

    it('of two petitions to each other cannot both be made', async () => {
      const [one, other] = [await routedOne(7), await routedOne(8)];
      const made = await Promise.allSettled([link(one, other), link(other, one)]);
      expect(made.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
      const statuses = await Promise.all([one, other].map(({ id }) => under().store.load(id)));
      expect(statuses.filter((petition) => petition?.status === 'LINKED').length).toBeLessThan(2);
    });
  });

  describe('sketches of texts', () => {
    it('are kept with the petition; one from before them has none', async () => {
      const [kept, older] = [await takeIn(11, SKETCH), await takeIn(12)];
      expect(await under().sketches.sketch(kept.id)).toEqual(SKETCH);
      expect(await under().sketches.sketch(older.id)).toBeNull();
    });

    it('of a ward come newest first, up to a limit, and only since an instant', async () => {
      const ward = `phuong-${from}`;
      const [first, second] = [await takeIn(13, SKETCH, ward), await takeIn(14, SKETCH, ward)];
      await takeIn(15, undefined, ward);
      await takeIn(16, SKETCH, 'phuong-khac');
      const idsOf = async (since: string, limit: number): Promise<string[]> =>
        (await under().sketches.neighbours({ unitId: ward, since }, limit)).map(
          ({ petition }) => petition.id,
        );
      expect((await idsOf(LONG_AGO, 100)).toSorted()).toEqual([first.id, second.id].toSorted());
      expect((await idsOf(LONG_AGO, 2)).length).toBeLessThanOrEqual(2);
      expect(await idsOf('2030-01-01T00:00:00.000Z', 100)).toEqual([]);
    });
  });
};
