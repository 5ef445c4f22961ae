import { expect, it } from 'vitest';
import type { ReleaseWalk, ReleaseWalkStore } from '../../../core/ports/release-walks.js';

const WALK: Omit<ReleaseWalk, 'version'> = {
  release: 'ban-moi',
  beginsAt: '2025-02-20T02:00:00.000Z',
  left: {
    'p:79@0': { after: null, failed: 0 },
    'p:48@0': {
      after: { petitionId: 'p', thread: 'lead', wakeAt: '2025-03-03T01:00:00.000Z' },
      failed: 2,
    },
  },
};

/** What every store of release walks must keep. */
export const releaseWalkStoreContract = (store: () => ReleaseWalkStore): void => {
  it('knows no walk before the first, then keeps the latest, written by one of two', async () => {
    const walks = store();
    expect(await walks.load()).toBeNull();
    expect(await walks.save(WALK, null)).toBe(true);
    expect(await walks.save(WALK, null)).toBe(false);
    const first = await walks.load();
    expect(first).toEqual({ ...WALK, version: 1 });
    const done = await Promise.all([walks.save({ ...WALK, left: {} }, first), walks.save(WALK, first)]);
    expect(done.toSorted()).toEqual([false, true]);
    expect(await walks.load()).toMatchObject({ release: 'ban-moi', version: 2 });
  });
};
