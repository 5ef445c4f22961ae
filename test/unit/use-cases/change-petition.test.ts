import { describe, expect, test } from 'vitest';
import { HeadConflictError, NotFoundError, StaleRunError } from '../../../core/errors.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import {
  changePetition,
  type ChangeDeps,
  type PlannedChange,
} from '../../../core/use-cases/change-petition.js';
import { plusMs } from '../../../core/time.js';
import { aText } from '../../support/builders/petition-builder.js';
import { atWard, createScene, load, thread, told, type Scene } from './scene.js';

const NOTE: PlannedChange = {
  happening: { type: 'ProgressNoted', data: { taskNo: 1, text: aText() } },
  actor: { kind: 'agency', agencyId: 'ubnd-phuong', contactId: 'lien-he-1' },
};
const RESOLVE: PlannedChange = {
  ...NOTE,
  happening: {
    type: 'PetitionResolved',
    data: {
      taskNo: 1,
      text: aText(),
      declaredBy: aText(),
      evidence: [],
      noEvidenceReason: null,
      documentNo: null,
    },
  },
};
const always = (plan: PlannedChange) => () => Promise.resolve(plan);

/** Another writer comes first, so many times. */
const contested = (scene: Scene, times: number): ChangeDeps => {
  let left = times;
  const store: PetitionStore = Object.assign(Object.create(scene.store) as PetitionStore, {
    commit: async (change: Parameters<PetitionStore['commit']>[0]) => {
      if (left-- > 0) await changePetition(scene, change.after.id, always(NOTE));
      await scene.store.commit(change);
    },
  });
  return { ...scene, store };
};

describe('a change of a petition', () => {
  test('that loses against another writer is decided again on the new record', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const seen: number[] = [];
    await changePetition(contested(scene, 4), id, ({ petition }) => {
      seen.push(petition.head.seq);
      return Promise.resolve(RESOLVE);
    });
    expect(seen).toEqual([2, 3, 4, 5, 6]);
    expect(scene.backoff.attempts).toEqual([1, 2, 3, 4]);
    expect((await told(scene, id)).at(-1)).toBe('PetitionResolved');
  });

  test('gives up after five writers', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    await expect(changePetition(contested(scene, 5), id, always(RESOLVE))).rejects.toThrow(HeadConflictError);
    expect(await told(scene, id)).not.toContain('PetitionResolved');
  });

  test('that has nothing left to do writes nothing', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const before = scene.database.records.length;
    expect((await changePetition(scene, id, () => Promise.resolve(null))).event).toBeNull();
    expect(scene.database.records).toHaveLength(before);
  });

  test('of an unknown petition is not found', async () => {
    await expect(changePetition(createScene(), 'khong-co', always(NOTE))).rejects.toThrow(NotFoundError);
  });

  test('never runs back in time, whatever the clock says', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const { head } = await load(scene, id);
    scene.clock.set(plusMs(head.at, -3_600_000));
    const { event } = await changePetition(scene, id, always(NOTE));
    expect(event?.at).toBe(head.at);
  });

  test('names the release that decided and chains on the event before', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const { head } = await load(scene, id);
    const { event } = await changePetition(scene, id, always(NOTE));
    expect(event).toMatchObject({ release: 'ban-thu', seq: head.seq + 1, prevHash: head.hash });
  });

  test.each([
    ['a note sleeps on', NOTE, 0],
    ['a decision wakes', RESOLVE, 1],
  ])('wakes the workflow only where it must look: %s', async (_what, plan, wakes) => {
    const scene = createScene();
    const { id } = await atWard(scene);
    await scene.threads.acknowledge(await thread(scene, id), {
      handledSeq: 1,
      waitNo: 1,
      wakeAt: '2025-03-04T01:00:00.000Z',
    });
    await changePetition(scene, id, always(plan));
    const after = await thread(scene, id);
    expect(after.wakeSeq).toBe(1 + wakes);
    expect(after.wakeAt).toBe(wakes === 1 ? scene.clock.inRealSeconds(120) : '2025-03-04T01:00:00.000Z');
  });

  test("of the workflow's own wakes nobody, and only the present run may make it", async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const own = (run: number): PlannedChange => ({
      ...RESOLVE,
      actor: { kind: 'system' },
      fence: { thread: 'lead', run },
    });
    await expect(changePetition(scene, id, always(own(2)))).rejects.toThrow(StaleRunError);
    expect(await told(scene, id)).not.toContain('PetitionResolved');
    await changePetition(scene, id, always(own(1)));
    expect((await thread(scene, id)).wakeSeq).toBe(1);
  });
});
