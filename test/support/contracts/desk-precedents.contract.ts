import { expect, it } from 'vitest';
import { HeadConflictError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { DeskPrecedents } from '../../../core/ports/precedents.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { aDeadline, anAssignment, routed } from '../builders/petition-builder.js';

const transferred = (): Happening => ({
  type: 'PetitionTransferred',
  data: { taskNo: 1, text: { digest: 'd'.repeat(64) }, assignment: anAssignment(), weight: 0 },
});

const madeInto = (category: string): Happening => {
  const classes = { conditions: {}, serviceClass: 'thuong', lane: 'admin' as const };
  return {
    type: 'PetitionReclassified',
    data: {
      ...{ taskNo: 1, text: { digest: 'd'.repeat(64) } },
      from: { category: 'GT-BIEN', ...classes },
      ...{ category, ...classes, assignment: anAssignment(), kept: null },
      promised: { firstNoticeBy: aDeadline('2025-03-10T10:00:00.000Z'), resolveBy: null },
    },
  };
};

export interface DeskPrecedentsUnderTest {
  store: PetitionStore;
  precedents: DeskPrecedents;
}

/** What is kept of the desk's decisions. `from`: numbers of petitions that nobody else uses. */
export const deskPrecedentsContract = (
  under: () => DeskPrecedentsUnderTest,
  { from }: { from: number },
): void => {
  const sort = async (n: number, precedentKey: string, happening = transferred()) => {
    const { change, intake } = aFirstChange({ n: from + n });
    await under().store.create(change, intake);
    const held = aNextChange(change.after, routed());
    await under().store.commit(held);
    const sorted = { ...aNextChange(held.after, happening), precedentKey };
    await under().store.commit(sorted);
    return sorted;
  };

  it('is found by its key, newest first and no more than asked for', async () => {
    const key = `GT-BIEN#ward#w:${from}@0`;
    expect(await under().precedents.latest(key, 20)).toEqual([]);
    const first = await sort(1, key);
    await sort(2, key);
    await sort(3, `${key}-other`);
    const { event } = first;
    const agencyId = event.type === 'PetitionTransferred' ? event.data.assignment.holder.id : '';
    expect(await under().precedents.latest(key, 20)).toEqual([
      { at: event.at, agencyId },
      { at: event.at, agencyId },
    ]);
    expect(await under().precedents.latest(key, 1)).toHaveLength(1);
  });

  it('names the category where the desk found another one', async () => {
    const key = `GT-BIEN#ward#w:${from}@2`;
    const { event } = await sort(5, key, madeInto('CAYXANH'));
    await sort(6, key);
    const found = await under().precedents.latest(key, 20);
    expect(found).toContainEqual({ at: event.at, category: 'CAYXANH' });
    expect(found).toHaveLength(2);
  });

  it('is written with its decision or not at all, and once', async () => {
    const key = `GT-BIEN#ward#w:${from}@1`;
    const sorted = await sort(4, key);
    await expect(under().store.commit(sorted)).rejects.toThrow(HeadConflictError);
    expect(await under().precedents.latest(key, 20)).toHaveLength(1);
  });
};
