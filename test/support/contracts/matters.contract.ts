import { describe, expect, it } from 'vitest';
import { HeadConflictError } from '../../../core/errors.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { MAX_MATTERS } from '../../../core/petition/matter-schemas.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { NewMatter, PetitionStore } from '../../../core/ports/petition-store.js';
import type { TextSketches } from '../../../core/ports/duplicates.js';
import type { ThreadStore } from '../../../core/ports/thread-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { aMatter } from '../builders/matter-change.js';
import { splitInTwo } from '../builders/matter-happenings.js';
import { aNextEvent, routed } from '../builders/petition-builder.js';

export interface MattersUnderTest {
  store: PetitionStore;
  threads: ThreadStore;
  sketches: TextSketches;
}

/** A submission and its matters are written together or not at all. */
export const mattersContract = (under: () => MattersUnderTest, { from }: { from: number }): void => {
  const matters = (first: number, count = 2): NewMatter[] =>
    Array.from({ length: count }, (_, index) => aMatter(from + first + index));

  const takeIn = async (n: number): Promise<Petition> => {
    const { change, intake } = aFirstChange({ n: from + n });
    await under().store.create(change, intake);
    return change.after;
  };

  const routedOne = async (n: number): Promise<Petition> => {
    const change = aNextChange(await takeIn(n), routed());
    await under().store.commit(change);
    return change.after;
  };

  const expectThere = async ({ after, event, thread, sketch }: NewMatter): Promise<void> => {
    const { store, threads, sketches } = under();
    expect(await store.load(after.id)).toEqual(after);
    expect(await store.findByCode(after.code)).toEqual(after);
    expect(await store.history(after.id)).toEqual([event]);
    expect(await threads.load(after.id, 'lead')).toEqual(thread);
    expect(await sketches.sketch(after.id)).toEqual(sketch);
  };

  describe('matters of a submission', () => {
    it('are written with the event that splits it', async () => {
      const before = await routedOne(1);
      const change = { ...aNextChange(before, splitInTwo()), matters: matters(2) };
      await under().store.commit(change);
      expect(await under().store.load(before.id)).toEqual(change.after);
      for (const matter of change.matters) await expectThere(matter);
    });

    it('are not written when the submission has moved on, and it does not move when one is there already', async () => {
      const before = await routedOne(10);
      const late = { ...aNextChange(before, splitInTwo()), matters: matters(11) };
      await under().store.commit({ ...aNextChange(before, splitInTwo()), matters: matters(13) });
      await expect(under().store.commit(late)).rejects.toThrow(HeadConflictError);
      for (const { after } of late.matters) expect(await under().store.load(after.id)).toBeNull();

      const other = await routedOne(15);
      const [fresh] = matters(16, 1);
      const taken = {
        ...aNextChange(other, splitInTwo()),
        matters: [...matters(13, 1), ...(fresh ? [fresh] : [])],
      };
      await expect(under().store.commit(taken)).rejects.toThrow(HeadConflictError);
      expect(await under().store.load(other.id)).toEqual(other);
      expect(await under().store.load(fresh?.after.id ?? '')).toBeNull();
    });

    it('of an intake come with it, as many as there may be', async () => {
      const { change, intake } = aFirstChange({ n: from + 30 });
      const event = aNextEvent(change.after, splitInTwo(null));
      const split = { event, matters: matters(31, MAX_MATTERS) };
      const after = applyEvent(change.after, event);
      expect(await under().store.create({ ...change, after }, { ...intake, split })).toEqual({
        kind: 'created',
      });
      expect(await under().store.load(after.id)).toEqual(after);
      expect(await under().store.history(after.id)).toEqual([change.event, event]);
      for (const matter of split.matters) await expectThere(matter);
      const again = await under().store.create({ ...change, after }, { ...intake, split });
      expect(again).toEqual({ kind: 'repeated', petitionId: after.id });
    });
  });
};
