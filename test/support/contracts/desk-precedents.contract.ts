import { expect, it } from 'vitest';
import { HeadConflictError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import type { DeskPrecedents } from '../../../core/ports/precedents.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { routed } from '../builders/petition-builder.js';

const transferred = (): Happening => {
  const happening = routed();
  if (happening.type !== 'PetitionRouted') throw new TypeError('no routing');
  const text = { digest: 'd'.repeat(64) };
  return {
    type: 'PetitionTransferred',
    data: { taskNo: 1, text, assignment: happening.data.assignment, weight: 0 },
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
  const sort = async (n: number, precedentKey: string) => {
    const { change, intake } = aFirstChange({ n: from + n });
    await under().store.create(change, intake);
    const held = aNextChange(change.after, routed());
    await under().store.commit(held);
    const sorted = { ...aNextChange(held.after, transferred()), precedentKey };
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

  it('is written with its decision or not at all, and once', async () => {
    const key = `GT-BIEN#ward#w:${from}@1`;
    const sorted = await sort(4, key);
    await expect(under().store.commit(sorted)).rejects.toThrow(HeadConflictError);
    expect(await under().precedents.latest(key, 20)).toHaveLength(1);
  });
};
