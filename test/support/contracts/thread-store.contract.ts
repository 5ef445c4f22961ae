import { describe, expect, it } from 'vitest';
import { StaleRunError } from '../../../core/errors.js';
import type { Thread } from '../../../core/ports/thread-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { RECEIVED_AT, routed } from '../builders/petition-builder.js';
import type { Stores } from './petition-store.contract.js';

const LATER = '2025-03-10T01:00:00.000Z';
const GRACE = '2025-03-03T02:00:00.000Z';

/** What every thread store must keep. Each test uses threads of its own. */
export const threadStoreContract = (stores: () => Stores, numbers: { from: number }): void => {
  let n = numbers.from;
  const create = async (
    provinceId = 'hcm',
  ): Promise<{ thread: Thread; change: ReturnType<typeof aFirstChange>['change'] }> => {
    const { change, intake } = aFirstChange({ n: ++n, data: { provinceId } });
    await stores().store.create(change, intake);
    return { thread: intake.thread, change };
  };
  const reload = (thread: Thread) => stores().threads.load(thread.petitionId, thread.thread);

  describe('acknowledge', () => {
    it('stores what was seen, counts the wait and clears token, failures and ignored wakes', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.storeToken(thread, { waitNo: 1, retry: 2, token: 'token' });
      await threads.recordFailure(thread, GRACE);
      await threads.postpone((await reload(thread))!, LATER);
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 2, wakeAt: LATER });
      expect(await reload(thread)).toEqual({
        ...thread,
        handledSeq: 1,
        waitNo: 2,
        retry: 0,
        token: null,
        wakeAt: LATER,
        failures: 0,
        ignoredWakes: 0,
      });
    });

    it('keeps the grace of a change that came after the record was read', async () => {
      const { thread, change } = await create();
      const { store, threads } = stores();
      await store.commit(aNextChange(change.after, routed(), { wake: { graceUntil: GRACE } }));
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 1, wakeAt: LATER });
      expect(await reload(thread)).toMatchObject({ handledSeq: 1, wakeSeq: 2, waitNo: 1, wakeAt: GRACE });
    });

    it('ends the thread without a wake-up, and a later wake begins it again', async () => {
      const { thread, change } = await create('p-done');
      const { store, threads } = stores();
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 1, wakeAt: null });
      expect(await reload(thread)).toMatchObject({ wakeAt: null });
      expect(await threads.due('p-done', LATER, { limit: 10 })).toEqual([]);
      await store.commit(aNextChange(change.after, routed(), { wake: { graceUntil: GRACE } }));
      expect(await threads.due('p-done', LATER, { limit: 10 })).toEqual([
        { petitionId: thread.petitionId, thread: 'lead', wakeAt: GRACE },
      ]);
    });

    it('refuses a superseded run', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.raiseRun(thread, { wakeAt: GRACE, runStartedAt: GRACE });
      const change = { handledSeq: 1, waitNo: 1, wakeAt: LATER };
      await expect(threads.acknowledge(thread, change)).rejects.toThrow(StaleRunError);
    });
  });

  describe('storeToken', () => {
    it('stores the token of the wait that Next step has just counted', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 1, wakeAt: LATER });
      const after = await threads.storeToken(thread, { waitNo: 1, retry: 0, token: 'first' });
      expect(after).toMatchObject({ waitNo: 1, retry: 0, token: 'first', wakeAt: LATER });
      expect(await reload(thread)).toEqual(after);
    });

    it('ignores an older attempt that arrives late and returns what stands', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.storeToken(thread, { waitNo: 1, retry: 1, token: 'second try' });
      const after = await threads.storeToken(thread, { waitNo: 1, retry: 0, token: 'first try' });
      expect(after).toMatchObject({ waitNo: 1, retry: 1, token: 'second try' });
    });

    it('ignores an older wait, also after the next one was counted', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 2, wakeAt: LATER });
      const after = await threads.storeToken(thread, { waitNo: 1, retry: 5, token: 'old' });
      expect(after).toMatchObject({ waitNo: 2, token: null });
    });

    it('replaces the token by a later retry and by a later wait', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.storeToken(thread, { waitNo: 1, retry: 0, token: 'a' });
      expect(await threads.storeToken(thread, { waitNo: 1, retry: 1, token: 'b' })).toMatchObject({
        token: 'b',
      });
      expect(await threads.storeToken(thread, { waitNo: 2, retry: 0, token: 'c' })).toMatchObject({
        token: 'c',
      });
    });

    it('refuses a superseded run', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.raiseRun(thread, { wakeAt: GRACE, runStartedAt: GRACE });
      const wait = { waitNo: 9, retry: 0, token: 'late' };
      await expect(threads.storeToken(thread, wait)).rejects.toThrow(StaleRunError);
      expect(await reload(thread)).toMatchObject({ token: null });
    });
  });

  describe('postpone', () => {
    it('moves the wake-up and counts the wake', async () => {
      const { thread } = await create();
      expect(await stores().threads.postpone(thread, LATER)).toBe(true);
      expect(await reload(thread)).toEqual({ ...thread, wakeAt: LATER, ignoredWakes: 1 });
    });

    it('lets one of two reconcilers do it', async () => {
      const { thread } = await create();
      const { threads } = stores();
      const done = await Promise.all([threads.postpone(thread, LATER), threads.postpone(thread, LATER)]);
      expect(done.toSorted()).toEqual([false, true]);
      expect(await reload(thread)).toMatchObject({ ignoredWakes: 1 });
    });
  });

  describe('wake', () => {
    it('raises wakeSeq and lets the engine owe a step, once for what was loaded', async () => {
      const { thread } = await create();
      const { threads } = stores();
      expect(await threads.wake(thread, GRACE)).toBe(true);
      expect(await reload(thread)).toEqual({ ...thread, wakeAt: GRACE, wakeSeq: thread.wakeSeq + 1 });
      expect(await threads.wake(thread, LATER)).toBe(false);
      expect(await reload(thread)).toMatchObject({ wakeAt: GRACE });
    });

    it('leaves a superseded run and a thread that is done alone', async () => {
      const { thread } = await create();
      const { threads } = stores();
      expect(await threads.wake({ ...thread, run: 7 }, GRACE)).toBe(false);
      await threads.acknowledge(thread, { handledSeq: 1, waitNo: 1, wakeAt: null });
      const done = await reload(thread);
      expect(done === null ? null : await threads.wake(done, GRACE)).toBe(false);
    });
  });

  describe('raiseRun', () => {
    it('begins the next run afresh', async () => {
      const { thread } = await create();
      const { threads } = stores();
      await threads.storeToken(thread, { waitNo: 3, retry: 1, token: 'token' });
      expect(await threads.raiseRun(thread, { wakeAt: GRACE, runStartedAt: RECEIVED_AT })).toBe(true);
      expect(await reload(thread)).toEqual({ ...thread, run: 2, wakeAt: GRACE, runStartedAt: RECEIVED_AT });
    });

    it('lets one of two do it', async () => {
      const { thread } = await create();
      const { threads } = stores();
      const next = { wakeAt: GRACE, runStartedAt: GRACE };
      const done = await Promise.all([threads.raiseRun(thread, next), threads.raiseRun(thread, next)]);
      expect(done.toSorted()).toEqual([false, true]);
      expect(await reload(thread)).toMatchObject({ run: 2 });
    });
  });

  describe('recordFailure', () => {
    it('counts failures in a row and sets the wake-up', async () => {
      const { thread } = await create();
      const { threads } = stores();
      expect(await threads.recordFailure(thread, GRACE)).toBe(1);
      expect(await threads.recordFailure(thread, LATER)).toBe(2);
      expect(await reload(thread)).toMatchObject({ failures: 2, wakeAt: LATER });
    });

    it('refuses a superseded run', async () => {
      const { thread } = await create();
      await expect(stores().threads.recordFailure({ ...thread, run: 4 }, GRACE)).rejects.toThrow(
        StaleRunError,
      );
    });
  });

  describe('due', () => {
    it('gives passed wake-ups of the province, earliest first, up to the limit', async () => {
      const a = (await create('p-due')).thread;
      const b = (await create('p-due')).thread;
      const c = (await create('p-due')).thread;
      await create('p-other');
      const { threads } = stores();
      await threads.postpone(a, '2025-03-03T03:00:00.000Z');
      await threads.postpone(c, LATER);
      const ids = async (now: string, limit: number) =>
        (await threads.due('p-due', now, { limit })).map((ref) => ref.petitionId);
      expect(await ids('2025-03-03T03:00:00.000Z', 10)).toEqual([b.petitionId, a.petitionId]);
      expect(await ids(LATER, 2)).toEqual([b.petitionId, a.petitionId]);
      expect(await ids('2025-03-03T01:31:59.999Z', 10)).toEqual([]);
    });

    it('goes on behind an entry, among entries of one instant too, and when that entry has moved', async () => {
      const made: Thread[] = [];
      for (const _ of [1, 2, 3, 4, 5]) made.push((await create('p-pages')).thread);
      const { threads } = stores();
      const first = await threads.due('p-pages', GRACE, { limit: 2 });
      await threads.postpone((await threads.load(first[1]!.petitionId, 'lead'))!, LATER);
      const second = await threads.due('p-pages', GRACE, { limit: 2, after: first[1]! });
      const third = await threads.due('p-pages', GRACE, { limit: 2, after: second[1]! });
      expect(third).toHaveLength(1);
      const seen = [...first, ...second, ...third].map((entry) => entry.petitionId);
      expect(seen.toSorted()).toEqual(made.map(({ petitionId }) => petitionId).toSorted());
      expect(await threads.due('p-pages', GRACE, { limit: 2, after: third[0]! })).toEqual([]);
    });
  });
};
