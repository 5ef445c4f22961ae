import { describe, expect, test } from 'vitest';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { reconcileThreads } from '../../../core/use-cases/reconcile-threads.js';
import { relayChange } from '../../../core/use-cases/relay-change.js';
import { reviveThread } from '../../../core/use-cases/revive-thread.js';
import { takeNextStep } from '../../../core/use-cases/take-next-step.js';
import { aForm, atWard, createScene, LINK_ID, submitted, thread, type Scene } from './scene.js';

/** A petition whose execution waits with a token. */
const waiting = async (scene: Scene) => {
  const { id, at } = await atWard(scene);
  await scene.executions.start(at);
  await takeNextStep(scene, at);
  await scene.threads.storeToken(at, { waitNo: 1, retry: 0, token: 'the-1' });
  scene.executions.open('the-1');
  return { id, at };
};
const decided = async (scene: Scene) => {
  const { id, at } = await waiting(scene);
  await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
  return { id, at, change: { kind: 'event', petitionId: id, seq: 3 } as const };
};

describe('relaying a change', () => {
  test('starts the execution with the first event, once', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    for (const _ of [1, 2]) await relayChange(scene, { kind: 'event', petitionId: id, seq: 1 });
    expect(scene.executions.started).toEqual([`${id}-lead-1`]);
  });

  test('does not start a run that was replaced meanwhile', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    await scene.threads.raiseRun(await thread(scene, id), {
      wakeAt: scene.clock.now(),
      runStartedAt: scene.clock.now(),
    });
    await relayChange(scene, { kind: 'event', petitionId: id, seq: 1 });
    expect(scene.executions.started).toEqual([]);
  });

  test('answers the token that stands in the table, once', async () => {
    const scene = createScene();
    const { change } = await decided(scene);
    for (const _ of [1, 2]) await relayChange(scene, change);
    expect(scene.executions.answered).toEqual(['the-1']);
    expect(scene.executions.started).toHaveLength(1);
  });

  test('wakes nobody for what was seen already, or needs no look', async () => {
    const scene = createScene();
    const { id, at } = await waiting(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'accept' }));
    await relayChange(scene, { kind: 'event', petitionId: id, seq: 3 });
    expect(scene.executions.answered).toEqual([]);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    await takeNextStep(scene, at);
    await scene.threads.storeToken(at, { waitNo: 2, retry: 0, token: 'the-2' });
    scene.executions.open('the-2');
    await relayChange(scene, { kind: 'event', petitionId: id, seq: 4 });
    expect(scene.executions.answered).toEqual([]);
  });

  test('replaces an execution that died over the wait', async () => {
    const scene = createScene();
    const { id, at, change } = await decided(scene);
    scene.executions.timeOut('the-1');
    await relayChange(scene, change);
    expect(scene.executions.started).toHaveLength(1);
    scene.executions.end(at);
    await relayChange(scene, change);
    expect(scene.executions.started).toEqual([`${id}-lead-1`, `${id}-lead-2`]);
    expect((await thread(scene, id)).run).toBe(2);
  });

  test('asks for the record to come again when the thread is not there', async () => {
    await expect(
      relayChange(createScene(), { kind: 'event', petitionId: 'khong-co', seq: 2 }),
    ).rejects.toThrow();
  });

  test('queues a notice that is due, and leaves a later one to the reconciler', async () => {
    const scene = createScene();
    const ref = { petitionId: 'p', id: '000001-0' };
    await relayChange(scene, { kind: 'notice', ref, sendAfter: scene.clock.inRealSeconds(1) });
    expect(scene.queue.refs).toEqual([]);
    await relayChange(scene, { kind: 'notice', ref, sendAfter: scene.clock.now() });
    expect(scene.queue.refs).toEqual([ref]);
  });
});

describe('reviving a thread', () => {
  test('answers its token, twice, and then replaces the execution', async () => {
    const scene = createScene();
    const { id, at } = await waiting(scene);
    const outcomes: string[] = [];
    for (const _ of [1, 2, 3]) outcomes.push(await reviveThread(scene, await thread(scene, id)));
    expect(outcomes).toEqual(['woken', 'woken', 'replaced']);
    expect(scene.executions.stopped).toEqual([`${id}-lead-${at.run}`]);
    expect(scene.executions.started.at(-1)).toBe(`${id}-lead-2`);
    expect(await thread(scene, id)).toMatchObject({
      run: 2,
      ignoredWakes: 0,
      wakeAt: scene.clock.inRealSeconds(120),
    });
  });

  test.each(['missing', 'ended'] as const)('replaces an execution that is %s at once', async (state) => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    if (state === 'ended') {
      await scene.executions.start(at);
      scene.executions.end(at);
    }
    expect(await reviveThread(scene, await thread(scene, id))).toBe('replaced');
    expect(scene.executions.started.at(-1)).toBe(`${id}-lead-2`);
  });

  test('by two at once does it once', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const seen = await thread(scene, id);
    await Promise.all([reviveThread(scene, seen), reviveThread(scene, seen)]);
    expect((await thread(scene, id)).run).toBe(2);
    expect(scene.executions.started).toEqual([`${id}-lead-2`]);
  });

  test('leaves what is done, and what somebody else has just woken', async () => {
    const scene = createScene();
    const { id } = await waiting(scene);
    const seen = await thread(scene, id);
    expect(await reviveThread(scene, { ...seen, wakeAt: null })).toBe('left');
    await reviveThread(scene, seen);
    scene.clock.advance({ seconds: 1 });
    expect(await reviveThread(scene, seen)).toBe('left');
    expect((await thread(scene, id)).ignoredWakes).toBe(1);
  });
});

describe('reconciling', () => {
  test('finds what should have moved, and notices that are due; leaves what lies ahead', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    scene.clock.advance({ seconds: 119 });
    expect(await reconcileThreads(scene)).toEqual({
      ...{ woken: 0, replaced: 0, queued: 1, failed: 0, unmoved: [] },
      calendarDaysLeft: 669,
    });
    scene.clock.advance({ seconds: 1 });
    expect(await reconcileThreads(scene)).toMatchObject({ replaced: 1 });
    expect(scene.executions.started).toEqual([`${id}-lead-2`]);
    expect(await reconcileThreads(scene)).toMatchObject({ woken: 0, replaced: 0 });
  });

  test('is not stopped by one petition that cannot be revived', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    scene.clock.advance({ minutes: 3 });
    const executions = Object.assign(Object.create(scene.executions) as typeof scene.executions, {
      state: () => Promise.reject(new Error('throttled')),
    });
    expect(await reconcileThreads({ ...scene, executions })).toMatchObject({ failed: 1, queued: 1 });
    expect((await thread(scene, id)).run).toBe(1);
  });

  test('a start that failed is found again after two minutes', async () => {
    const scene = createScene();
    const { id } = await submitted(scene);
    scene.clock.advance({ minutes: 3 });
    const executions = Object.assign(Object.create(scene.executions) as typeof scene.executions, {
      start: () => Promise.reject(new Error('throttled')),
    });
    expect(await reconcileThreads({ ...scene, executions })).toMatchObject({ failed: 1 });
    scene.clock.advance({ minutes: 3 });
    expect(await reconcileThreads(scene)).toMatchObject({ replaced: 1 });
    expect(scene.executions.states.get(`${id}-lead-${(await thread(scene, id)).run}`)).toBe('running');
  });
});
