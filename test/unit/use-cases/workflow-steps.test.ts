import { describe, expect, test } from 'vitest';
import { NotFoundError, StaleRunError } from '../../../core/errors.js';
import { plusMs } from '../../../core/time.js';
import { advancePetition, renewRun } from '../../../core/use-cases/advance-petition.js';
import { awaitAnswer } from '../../../core/use-cases/await-answer.js';
import { confirmDelivery } from '../../../core/use-cases/confirm-delivery.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { recordFailure } from '../../../core/use-cases/record-failure.js';
import { RENEW_AFTER_DAYS, RENEW_AFTER_WAITS, takeNextStep } from '../../../core/use-cases/take-next-step.js';
import { FakeClock } from '../../support/fakes/fake-clock.js';
import { aForm, atWard, createScene, LINK_ID, load, submitted, thread, told } from './scene.js';

const DAY_MS = 86_400_000;
const DUE = '2025-03-10T10:00:00.000Z';

const CLERK = { kind: 'operator', userId: 'u' } as const;

describe('taking the next step', () => {
  test('says what to do, acknowledges what it saw, and has two real minutes for it', async () => {
    const scene = createScene();
    const { id, at } = await submitted(scene);
    expect(await takeNextStep(scene, at)).toEqual({ next: 'Route', waitSeconds: 1, waitNo: 1, wakeSeq: 1 });
    expect(await thread(scene, id)).toMatchObject({
      handledSeq: 1,
      waitNo: 1,
      wakeAt: scene.clock.inRealSeconds(120),
    });
  });

  test('says how many real seconds to wait, rounded up, and notes the instant', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    scene.clock.advance({ seconds: 0.3 });
    const step = await takeNextStep(scene, at);
    const { wakeAt } = await thread(scene, id);
    expect(step.next).toBe('AwaitDecision');
    expect(step.waitSeconds).toBe(
      Math.ceil((Date.parse(wakeAt ?? '') - Date.parse(scene.clock.now())) / 1_000),
    );
    expect(wakeAt).toBe('2025-03-04T01:00:00.000Z');
  });

  test('counts real seconds where the legal clock runs faster', async () => {
    const scene = createScene();
    const { at } = await atWard(scene);
    const slow = await takeNextStep(scene, at);
    const fast = await takeNextStep({ ...scene, clock: new FakeClock(scene.clock.now(), 60) }, at);
    expect(fast.waitSeconds).toBe(Math.ceil(slow.waitSeconds / 60));
  });

  test('of a closed petition is none: no more wake-ups', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    await confirmDelivery(scene, id, { by: 'desk', actor: CLERK, answerSeq: 3 });
    scene.clock.advance({ days: 20 });
    await advancePetition(scene, at, 'Close');
    expect(await takeNextStep(scene, at)).toMatchObject({ next: 'Done', waitSeconds: 1 });
    expect((await thread(scene, id)).wakeAt).toBeNull();
  });

  test.each<[{ waitNo?: number; days?: number }, string]>([
    [{ waitNo: RENEW_AFTER_WAITS - 1 }, 'AwaitDecision'],
    [{ waitNo: RENEW_AFTER_WAITS }, 'Renew'],
    [{ days: RENEW_AFTER_DAYS - 0.001 }, 'AwaitDecision'],
    [{ days: RENEW_AFTER_DAYS }, 'Renew'],
  ])('of a run as old as %o is %s', async ({ waitNo = 1, days = 0 }, expected) => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    const key = { pk: `PET#${id}`, sk: 'THREAD#lead' };
    const runStartedAt = plusMs(scene.clock.now(), -days * DAY_MS);
    scene.database.write({
      table: 'Petitions',
      key,
      apply: (item) => item && { ...item, waitNo, runStartedAt },
    });
    const step = await takeNextStep(scene, at);
    expect(step.next).toBe(expected);
    if (days > 0 && expected === 'AwaitDecision') expect(step.waitSeconds).toBeLessThanOrEqual(87);
  });

  test('belongs to the present run', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await scene.threads.raiseRun(await thread(scene, id), { wakeAt: DUE, runStartedAt: DUE });
    await expect(takeNextStep(scene, at)).rejects.toThrow(StaleRunError);
    await expect(takeNextStep(scene, { ...at, petitionId: 'khong-co' })).rejects.toThrow(NotFoundError);
  });
});

describe('waiting for an answer', () => {
  const wait = { waitNo: 1, retry: 0, token: 'the-1', wakeSeq: 1 };

  test('keeps the token', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await takeNextStep(scene, at);
    await awaitAnswer(scene, at, wait);
    expect(await thread(scene, id)).toMatchObject({ token: 'the-1', waitNo: 1, retry: 0 });
    expect(scene.executions.answered).toEqual([]);
  });

  test('answers itself when something was committed since the step was taken', async () => {
    const scene = createScene();
    const { at } = await atWard(scene);
    await takeNextStep(scene, at);
    scene.executions.open('the-1');
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    await awaitAnswer(scene, at, wait);
    expect(scene.executions.answered).toEqual(['the-1']);
  });

  test('keeps the token of the latest attempt, in whatever order the attempts arrive', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await takeNextStep(scene, at);
    await awaitAnswer(scene, at, { ...wait, retry: 1, token: 'the-2' });
    await awaitAnswer(scene, at, wait);
    expect((await thread(scene, id)).token).toBe('the-2');
    await expect(awaitAnswer(scene, { ...at, run: 2 }, wait)).rejects.toThrow(StaleRunError);
  });
});

describe('a step that the workflow owes', () => {
  test('is done once, however often it is asked for', async () => {
    const scene = createScene();
    const { id, at } = await submitted(scene);
    await Promise.all([advancePetition(scene, at, 'Route'), advancePetition(scene, at, 'Route')]);
    await advancePetition(scene, at, 'Route');
    expect(await told(scene, id)).toEqual(['PetitionSubmitted', 'PetitionRouted']);
  });

  test.each(['Remind', 'Escalate', 'Reassign', 'Close'] as const)(
    'is not done when the record does not ask for it: %s',
    async (action) => {
      const scene = createScene();
      const { id, at } = await atWard(scene);
      await advancePetition(scene, at, action);
      expect(await told(scene, id)).toHaveLength(2);
    },
  );

  test('is decided again from the record: escalation, with terms from now', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    scene.clock.set(DUE);
    await advancePetition(scene, at, 'Escalate');
    expect(await load(scene, id)).toMatchObject({
      task: {
        no: 2,
        holder: { id: 'ubnd-quan' },
        openedAt: DUE,
        resolveBy: { at: '2025-03-17T10:00:00.000Z' },
      },
    });
  });

  test('closing ends the thread; asked again after a crash in between, it still does', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    await confirmDelivery(scene, id, { by: 'desk', actor: CLERK, answerSeq: 3 });
    scene.clock.advance({ days: 20 });
    const crashing = Object.create(scene.threads) as typeof scene.threads;
    crashing.load = () => Promise.reject(new Error('crash'));
    await expect(advancePetition({ ...scene, threads: crashing }, at, 'Close')).rejects.toThrow('crash');
    expect(await load(scene, id)).toMatchObject({ status: 'CLOSED' });
    expect((await thread(scene, id)).wakeAt).not.toBeNull();
    await advancePetition(scene, at, 'Close');
    expect(await thread(scene, id)).toMatchObject({ wakeAt: null, token: null });
    expect((await told(scene, id)).filter((type) => type === 'PetitionClosed')).toHaveLength(1);
  });

  test('renewing raises the run and leaves it to the reconciler; done twice it is stale', async () => {
    const scene = createScene();
    const { id, at } = await atWard(scene);
    await renewRun(scene, at);
    expect(await thread(scene, id)).toMatchObject({
      run: 2,
      waitNo: 0,
      token: null,
      wakeAt: scene.clock.now(),
    });
    await expect(renewRun(scene, at)).rejects.toThrow(StaleRunError);
    await expect(renewRun(scene, { ...at, petitionId: 'khong-co' })).rejects.toThrow(NotFoundError);
  });
});

describe('a failure', () => {
  test.each([
    [0, 60],
    [1, 120],
    [5, 1_920],
    [6, 3_600],
    [1_000, 3_600],
  ])(
    'after %i in a row rests %i seconds; the reconciler looks two minutes later',
    async (before, waitSeconds) => {
      const scene = createScene();
      const { id, at } = await atWard(scene);
      expect(await recordFailure(scene, at, before)).toEqual({ waitSeconds, failures: 1 });
      expect(await thread(scene, id)).toMatchObject({
        failures: 1,
        wakeAt: scene.clock.inRealSeconds(waitSeconds + 120),
      });
    },
  );

  test('of a superseded run is none', async () => {
    const scene = createScene();
    const { at } = await atWard(scene);
    await expect(recordFailure(scene, { ...at, run: 7 }, 0)).rejects.toThrow(StaleRunError);
  });
});

describe('confirming a delivery', () => {
  test('opens the time to object; said twice, the first time counts', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    const first = await confirmDelivery(scene, id, { by: 'phone', actor: CLERK, answerSeq: 3 });
    scene.clock.advance({ days: 1 });
    const second = await confirmDelivery(scene, id, { by: 'post', actor: CLERK, answerSeq: 3 });
    expect(second).toEqual({ petition: first.petition, event: null });
    expect(first.petition).toMatchObject({
      delivered: { by: 'phone' },
      feedbackUntil: { at: '2025-03-10T10:00:00.000Z' },
    });
  });

  test('of an answer that is not the present one changes nothing', async () => {
    const scene = createScene();
    const { id } = await atWard(scene);
    const said = { by: 'phone', actor: CLERK, answerSeq: 3 } as const;
    expect((await confirmDelivery(scene, id, said)).event).toBeNull();
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'note' }));
    await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
    expect((await confirmDelivery(scene, id, said)).event).toBeNull();
    expect((await confirmDelivery(scene, id, { ...said, answerSeq: 4 })).event).not.toBeNull();
  });
});
