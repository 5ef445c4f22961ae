import { describe, expect, test } from 'vitest';
import { startOfDay, type Instant } from '../../../core/time.js';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import { applyRelease } from '../../../core/use-cases/apply-release.js';
import { submitPetition } from '../../../core/use-cases/submit-petition.js';
import { takeNextStep } from '../../../core/use-cases/take-next-step.js';
import type { Registers } from '../../../core/ports/registers.js';
import { PROVINCE, smallRegisters, WARD } from '../../support/asl/small-registers.js';
import { aSubmission, createScene, load, thread, type Scene } from './scene.js';

/** Registers whose release changes under the feet of those who ask. */
const changingRegisters = () => {
  let release = 'ban-1';
  let wardsUntil: Instant | null = null;
  const registers: Registers = {
    ...smallRegisters(),
    releaseId: () => Promise.resolve(release),
    jurisdiction: async (provinceId) => ({
      ...(await smallRegisters().jurisdiction(provinceId)),
      release,
      tenureEnd: (_facts, { holder }) =>
        wardsUntil !== null && holder.id === WARD.id ? { at: wardsUntil, because: 'holder-abolished' } : null,
    }),
  };
  const publish = (name: string, until: Instant | null) => {
    release = name;
    wardsUntil = until;
  };
  return { registers, publish };
};

/** Petitions at the ward whose executions wait with a token, past their first reminders. */
const waiting = async (scene: Scene, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const key = { key: `khoa-${n}`, fingerprint: 'noi-dung' };
    const { petition } = await submitPetition(scene, aSubmission(), key);
    const at = { petitionId: petition.id, thread: 'lead', run: 1 };
    await advancePetition(scene, at, 'Route');
    await takeNextStep(scene, at);
    await scene.threads.storeToken(at, { waitNo: 1, retry: 0, token: `the-${petition.id}` });
    scene.executions.open(`the-${petition.id}`);
    ids.push(petition.id);
  }
  return ids;
};

const settled = (scene: Scene) => {
  scene.clock.advance({ minutes: 3 });
};

/** The present release applied, as a stage is that has long been running. */
const applied = async (scene: Scene) => {
  await applyRelease(scene);
  settled(scene);
  expect(await applyRelease(scene)).toMatchObject({ left: 0 });
};

describe('a release that abolishes a holder', () => {
  test('wakes what would sleep past that midnight, but not before every function decides by the new release', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const [id = ''] = await waiting(scene, 1);
    await applied(scene);
    const before = await thread(scene, id);
    publish('ban-2', scene.clock.inRealSeconds(180 + 600));
    for (const _minute of [1, 2]) {
      expect(await applyRelease(scene)).toMatchObject({ woken: 0, failed: 0, left: 1 });
      expect(await thread(scene, id)).toEqual(before);
    }
    settled(scene);
    expect(await applyRelease(scene)).toMatchObject({ woken: 1, failed: 0, left: 0 });
    const after = await thread(scene, id);
    expect(after).toMatchObject({ wakeSeq: before.wakeSeq + 1, wakeAt: scene.clock.inRealSeconds(120) });
    expect(scene.executions.answered).toEqual([`the-${id}`]);
    const step = await takeNextStep(scene, { petitionId: id, thread: 'lead', run: 1 });
    expect(step).toMatchObject({ next: 'AwaitDecision', waitSeconds: 600 });
  });

  test('writes nothing to the petition: what was known on the day stays in its record', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const [id = ''] = await waiting(scene, 1);
    await applied(scene);
    const before = await load(scene, id);
    publish('ban-2', scene.clock.now());
    await applyRelease(scene);
    settled(scene);
    await applyRelease(scene);
    expect(await load(scene, id)).toEqual(before);
  });

  test('is applied once: the next minutes look at nothing', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    await waiting(scene, 2);
    await applied(scene);
    publish('ban-2', scene.clock.now());
    await applyRelease(scene);
    settled(scene);
    expect(await applyRelease(scene)).toMatchObject({ woken: 2 });
    settled(scene);
    expect(await applyRelease(scene)).toMatchObject({ woken: 0, failed: 0, left: 0 });
  });

  test('leaves alone what wakes before it anyway, what is done and what is being looked at', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const [later = '', owed = '', done = ''] = await waiting(scene, 3);
    await applied(scene);
    publish('ban-2', startOfDay('2025-12-24'));
    await scene.threads.wake(await thread(scene, owed), scene.clock.inRealSeconds(120));
    const at = { petitionId: done, thread: 'lead', run: 1 };
    const { wakeSeq, waitNo } = await thread(scene, done);
    await scene.threads.acknowledge(at, { handledSeq: wakeSeq, waitNo, wakeAt: null });
    await applyRelease(scene);
    settled(scene);
    expect(await applyRelease(scene)).toMatchObject({ woken: 0, failed: 0, left: 0 });
    expect(await thread(scene, later)).toMatchObject({ token: `the-${later}` });
  });
});

describe('a walk', () => {
  test('begins again when yet another release comes, and when the old one comes back', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    await waiting(scene, 1);
    await applied(scene);
    for (const name of ['ban-2', 'ban-3', 'ban-1']) {
      publish(name, null);
      expect(await applyRelease(scene)).toMatchObject({ left: 1 });
      expect(await scene.walks.load()).toMatchObject({
        release: name,
        left: { [PROVINCE]: { after: null } },
      });
    }
  });

  test('goes on behind the last thread of the pass before', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const ids = await waiting(scene, 5);
    await applied(scene);
    publish('ban-2', scene.clock.now());
    await applyRelease(scene);
    settled(scene);
    const open = await scene.threads.due(PROVINCE, '9999', { limit: 10 });
    const walk = await scene.walks.load();
    if (walk === null) throw new Error('no walk');
    const half = { ...walk, left: { [PROVINCE]: { after: open[2] ?? null, failed: 0 } } };
    await scene.walks.save(half, walk);
    expect(await applyRelease(scene)).toMatchObject({ woken: 2, failed: 0, left: 0 });
    expect(scene.executions.answered.toSorted()).toEqual(
      open
        .slice(3)
        .map(({ petitionId }) => `the-${petitionId}`)
        .toSorted(),
    );
    expect(ids).toHaveLength(5);
  });

  test('is made again, without end, while a thread cannot be looked at; the others are woken all the same', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const [broken = '', ...others] = await waiting(scene, 3);
    await applied(scene);
    publish('ban-2', scene.clock.now());
    await applyRelease(scene);
    settled(scene);
    const store = {
      load: (id: string) => (id === broken ? Promise.reject(new Error('unreadable')) : scene.store.load(id)),
    };
    const failing = { ...scene, store };
    expect(await applyRelease(failing)).toEqual({
      ...{ woken: others.length, failed: 1, left: 1 },
      unseen: [{ what: `${broken} lead`, error: 'Error' }],
    });
    expect(await applyRelease(failing)).toMatchObject({ woken: 0, failed: 1, left: 1 });
    expect(await applyRelease(scene)).toMatchObject({ woken: 1, failed: 0, left: 0 });
  });

  test('that two make at once wakes each thread once', async () => {
    const { registers, publish } = changingRegisters();
    const scene = createScene(registers);
    const ids = await waiting(scene, 4);
    await applied(scene);
    publish('ban-2', scene.clock.now());
    await applyRelease(scene);
    settled(scene);
    await Promise.all([applyRelease(scene), applyRelease(scene)]);
    expect(scene.executions.answered.toSorted()).toEqual(ids.map((id) => `the-${id}`).toSorted());
    expect(await scene.walks.load()).toMatchObject({ left: {} });
  });
});
