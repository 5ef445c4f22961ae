import { describe, expect, test } from 'vitest';
import { keys, wakeShards } from '../../../adapters/dynamodb/keys.js';
import { reconcileThreads } from '../../../core/use-cases/reconcile-threads.js';
import { sweep } from '../../../core/use-cases/sweep.js';
import { smallRegisters } from '../../support/asl/small-registers.js';
import { petitionIdNo } from '../../support/builders/petition-builder.js';
import { createScene, submitted, thread, type Scene } from './scene.js';

/** Far from the ids that intake is given here. */
const brokenId = (n: number): string => petitionIdNo(0x10000 + n);

const LONG_AGO = '2025-01-01T00:00:00.000Z';

/** Items that stand in the index ahead of all others, and that no schema knows. */
const putBroken = (
  { database }: Scene,
  count: number,
  item: { key: (petitionId: string) => { pk: string; sk: string }; wakeShard: string },
): void => {
  for (let n = 1; n <= count; n += 1) {
    const key = item.key(brokenId(n));
    const apply = () => ({ ...key, wakeShard: item.wakeShard, wakeAt: LONG_AGO, status: 'PENDING' });
    database.write({ table: 'Petitions', key, apply });
  }
};

const brokenThreads = { key: (id: string) => keys.thread(id, 'lead'), wakeShard: wakeShards.threads('hcm') };
const brokenNotices = {
  key: (id: string) => keys.notice(id, '000001-0'),
  wakeShard: wakeShards.notices('hcm'),
};

describe('what nobody can read', () => {
  test('does not starve the thread behind it, and is named', async () => {
    const scene = createScene();
    putBroken(scene, 150, brokenThreads);
    const { id } = await submitted(scene);
    scene.clock.advance({ minutes: 3 });
    const done = await reconcileThreads(scene);
    expect(done).toMatchObject({ replaced: 1, queued: 1, failed: 150 });
    expect((await thread(scene, id)).run).toBe(2);
    expect(done.unmoved).toHaveLength(20);
    expect(done.unmoved[0]).toEqual({ what: `${brokenId(1)} lead`, error: 'UnreadableItemError' });
  });

  test('does not starve the notice behind it, and is never queued', async () => {
    const scene = createScene();
    putBroken(scene, 150, brokenNotices);
    const { id } = await submitted(scene);
    expect(await reconcileThreads(scene)).toMatchObject({ queued: 1, failed: 150 });
    expect(scene.queue.refs).toEqual([{ petitionId: id, id: '000001-0' }]);
  });

  test('in the index of threads does not keep the notices back', async () => {
    const scene = createScene();
    await submitted(scene);
    const threads = Object.assign(Object.create(scene.threads) as typeof scene.threads, {
      due: () => Promise.reject(new TypeError('not such a key')),
    });
    expect(await reconcileThreads({ ...scene, threads })).toMatchObject({
      ...{ queued: 1, failed: 1 },
      unmoved: [{ what: 'hcm', error: 'TypeError' }],
    });
  });

  test('in the calendar does not keep anything back', async () => {
    const calendarDaysLeft = () => Promise.reject(new Error('no such part'));
    const scene = createScene({ ...smallRegisters(), calendarDaysLeft });
    await submitted(scene);
    expect(await reconcileThreads(scene)).toMatchObject({
      ...{ queued: 1, failed: 1, calendarDaysLeft: null },
      unmoved: [{ what: 'calendar', error: 'Error' }],
    });
  });
});

test('a notice that was settled since the index was written is not queued again', async () => {
  const scene = createScene();
  const { id } = await submitted(scene);
  const ref = { petitionId: id, id: '000001-0' };
  const [due] = await scene.notices.due('hcm', scene.clock.now(), { limit: 1 });
  const lease = { now: scene.clock.now(), leaseUntil: scene.clock.inRealSeconds(90) };
  const claimed = await scene.notices.claim(ref, lease);
  await scene.notices.settle(claimed!, { status: 'SENT', at: scene.clock.now() });
  const notices = { due: () => Promise.resolve([due!]), load: () => scene.notices.load(ref) };
  expect(await reconcileThreads({ ...scene, notices })).toMatchObject({ queued: 0, failed: 0 });
  expect(scene.queue.refs).toEqual([]);
});

describe('a sweep', () => {
  /** Numbers from 0 on; `broken` of them cannot be handled. */
  const over = async (total: number, { broken = 0, pages = Infinity } = {}) => {
    const told = { read: 0, handled: [] as number[], failed: 0 };
    await sweep<number>({
      read: ({ limit, after = -1 }) => {
        told.read += 1;
        return Promise.resolve(
          Array.from({ length: Math.min(limit, total - after - 1) }, (_, i) => after + 1 + i),
        );
      },
      handle: (n) => {
        if (n < broken) return Promise.reject(new Error('broken'));
        told.handled.push(n);
        return Promise.resolve();
      },
      failed: () => (told.failed += 1),
      isTimeUp: () => told.read >= pages,
    });
    return told;
  };

  test('ends with what is there', async () => {
    expect(await over(7)).toMatchObject({ read: 1, failed: 0, handled: { length: 7 } });
    expect(await over(0)).toMatchObject({ read: 1, handled: [] });
  });

  test('leaves what is more than a batch to the next one', async () => {
    expect(await over(1_000)).toMatchObject({ read: 1, handled: { length: 100 } });
  });

  test('reads on past what fails until a batch was handled', async () => {
    const told = await over(1_000, { broken: 250 });
    expect(told).toMatchObject({ read: 4, failed: 250 });
    expect(told.handled.slice(0, 2)).toEqual([250, 251]);
    expect(told.handled).toHaveLength(150);
  });

  test('is bounded when everything fails', async () => {
    expect(await over(100_000, { broken: 100_000 })).toMatchObject({ read: 20, failed: 2_000 });
  });

  test('reads no further page when its time is up', async () => {
    expect(await over(1_000, { broken: 1_000, pages: 2 })).toMatchObject({ read: 2, failed: 200 });
  });
});
