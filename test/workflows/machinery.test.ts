import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { World } from '../support/asl/world.js';

const STORY = [
  'PetitionSubmitted',
  'PetitionRouted',
  'PetitionResolved',
  'AnswerDelivered',
  'PetitionClosed',
];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The ordinary story; decisions wait until the mail with the link is there. */
const live = async (world: World, id: string): Promise<void> => {
  await world.scheduler.runFor({ hours: 4 });
  await world.decide(id, { decision: 'resolve' });
  await world.scheduler.runFor({ days: 12 });
};

describe('the stream of the table', () => {
  test('may deliver each record twice', async () => {
    const world = new World();
    world.faults.record = () => [50, 900];
    const id = await world.submit();
    await live(world, id);
    expect(await world.told(id)).toEqual(STORY);
    expect(world.machine.executions.size).toBe(1);
    expect(world.fakes.mailer.sent.map((mail) => mail.subject)).toEqual([
      'receipt',
      'assignment',
      'decision',
    ]);
    await expectInvariants(world, id);
  });

  test('may deliver records in any order, and late', async () => {
    const world = new World();
    let turn = 0;
    world.faults.record = () => [(turn += 7_919) % 90_000];
    const id = await world.submit();
    await live(world, id);
    expect(await world.told(id)).toEqual(STORY);
    await expectInvariants(world, id);
  });

  test('may lose every record: the reconciler starts the execution, wakes it and queues the notices', async () => {
    const world = new World();
    world.faults.record = () => [];
    const id = await world.submit();
    await live(world, id);
    expect(await world.told(id)).toEqual(STORY);
    expect(world.fakes.mailer.sent.map((mail) => mail.subject).toSorted()).toEqual([
      'assignment',
      'decision',
      'receipt',
    ]);
    await expectInvariants(world, id);
  });

  test('may bring the first record after the reconciler has begun the second run: the first is not started', async () => {
    const world = new World();
    world.faults.record = () => [10 * 60_000];
    const id = await world.submit();
    await world.scheduler.runFor({ hours: 1 });
    expect([...world.machine.executions.keys()]).toEqual([`${id}-lead-2`]);
  });
});

describe('an answer to a wait that is lost', () => {
  test('is given again by the reconciler', async () => {
    const world = new World();
    const id = await world.submit();
    await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    let lost = 0;
    world.faults.answerArrives = () => lost++ > 0;
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(lost).toBe(2);
    expect(world.execution(id).entered.at(-1)).toBe('Await feedback');
    expect((await world.thread(id)).run).toBe(1);
  });

  test('three times in a row: the execution is replaced', async () => {
    const world = new World();
    const id = await world.submit();
    await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    world.faults.answerArrives = () => false;
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 15 });
    expect(world.execution(id).status).toBe('ABORTED');
    expect(world.execution(id, 2).entered.at(-1)).toBe('Await feedback');
    world.faults.answerArrives = () => true;
    await world.scheduler.runFor({ days: 12 });
    expect(await world.told(id)).toEqual(STORY);
    await expectInvariants(world, id);
  });
});

describe.each([
  ['told to the reconciler', true],
  ['told to nobody', false],
])('an execution that dies, %s', (_how, isTold) => {
  test.each([1, 2])('at wait %i is revived and the petition goes on', async (waits) => {
    const world = new World();
    world.faults.endIsTold = () => isTold;
    const id = await world.submit();
    await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    if (waits === 2) {
      await world.decide(id, { decision: 'resolve' });
      await world.scheduler.runFor({ minutes: 5 });
    }
    expect(world.execution(id).isWaiting).toBe(true);
    world.execution(id).end('FAILED');
    if (waits === 1) await live(world, id);
    else await world.scheduler.runFor({ days: 12 });
    expect((await world.told(id)).filter((type) => type !== 'HolderReminded')).toEqual(STORY);
    expect((await world.thread(id)).run).toBeGreaterThan(1);
    await expectInvariants(world, id);
  });

  test('is revived by the next decision, without waiting for the next reminder', async () => {
    const world = new World();
    world.faults.endIsTold = () => isTold;
    const id = await world.submit();
    await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    world.execution(id).end('TIMED_OUT');
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 1 });
    expect(world.execution(id, 2).entered.at(-1)).toBe('Await feedback');
  });

  test('in every state it can be in is revived', async () => {
    for (let died = 0; ; died += 1) {
      const world = new World();
      world.faults.endIsTold = () => isTold;
      const id = await world.submit();
      const isThere = () => (world.machine.executions.get(`${id}-lead-1`)?.entered.length ?? 0) > died;
      if (!(await world.scheduler.runUnless(isThere, plusMs(world.now, 20 * DAY_MS)))) {
        // Deeper than the first wait only a decision leads; those waits are in the tests above.
        expect(died).toBeGreaterThan(20);
        break;
      }
      const state = world.execution(id).entered.at(-1);
      world.execution(id).end('FAILED');
      await world.scheduler.runFor({ days: 3 });
      const { run } = await world.thread(id);
      expect([state, world.execution(id, run).status]).toEqual([state, 'RUNNING']);
      await expectInvariants(world, id);
      died += died < 8 ? 1 : 9;
    }
  });
});

describe('two executions of one thread', () => {
  test('the superseded one changes nothing any more and ends quietly', async () => {
    const world = new World();
    world.faults.stopArrives = () => false;
    const id = await world.submit();
    const first = await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    world.faults.answerArrives = () => false;
    await world.decide(id, { decision: 'accept' });
    await world.fakes.threads.raiseRun(await world.thread(id), {
      wakeAt: world.now,
      runStartedAt: world.now,
    });
    await world.scheduler.runFor({ minutes: 5 });
    const { run } = await world.thread(id);
    expect(first.status).toBe('RUNNING');
    expect(world.execution(id, run).isWaiting).toBe(true);
    const thread = await world.thread(id);
    world.faults.answerArrives = () => true;
    world.machine.answer(`${id}-lead-1/4/0`);
    await world.scheduler.runFor({ minutes: 1 });
    expect(first.status).toBe('SUCCEEDED');
    expect(first.entered.at(-1)).toBe('Superseded by a newer run');
    expect(await world.thread(id)).toEqual(thread);
    await expectInvariants(world, id);
  });

  test.each(['Take next step', 'Remind holder', 'Escalate petition', 'Await feedback', 'Close petition'])(
    'a run that is superseded during %s writes nothing there',
    async (state) => {
      const world = new World();
      world.faults.stopArrives = () => false;
      const id = await world.submit();
      await world.scheduler.runFor({ hours: 1 });
      if (state === 'Close petition' || state === 'Await feedback')
        await world.decide(id, { decision: 'resolve' });
      const first = world.execution(id);
      let told: string[] = [];
      const supersede = async () => {
        told = await world.told(id);
        const next = { wakeAt: plusMs(world.now, HOUR_MS), runStartedAt: world.now };
        await world.fakes.threads.raiseRun(await world.thread(id), next);
      };
      world.faults.call = () =>
        told.length === 0 && first.entered.at(-1) === state
          ? { kind: 'meanwhile', happens: supersede }
          : { kind: 'none' };
      const isOver = () => first.status !== 'RUNNING';
      expect(await world.scheduler.runUnless(isOver, plusMs(world.now, 12 * DAY_MS))).toBe(true);
      expect(first).toMatchObject({ status: 'SUCCEEDED' });
      expect(first.entered.slice(-2)).toEqual([state, 'Superseded by a newer run']);
      expect(await world.told(id)).toEqual(told);
      await world.scheduler.runFor({ days: 12 });
      expect((await world.told(id)).length).toBeGreaterThan(told.length);
      await expectInvariants(world, id);
    },
  );
});
