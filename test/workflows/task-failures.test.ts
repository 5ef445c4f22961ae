import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { failNext, type CallFault } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { World } from '../support/asl/world.js';

const FUNCTIONS = ['NextStepFunctionArn', 'AwaitAnswerFunctionArn', 'AdvancePetitionFunctionArn'];
/** An error of our own code: no Retry knows it. */
const BUG: CallFault = { kind: 'refuse', error: 'TypeError' };
const PASSING: CallFault = { kind: 'refuse', error: 'TransientError' };

/** What a petition must have come through, whatever failed on the way. */
const STORY = [
  'PetitionSubmitted',
  'PetitionRouted',
  'PetitionResolved',
  'AnswerDelivered',
  'PetitionClosed',
];

const settle = async (world: World, id: string): Promise<void> => {
  await world.scheduler.runFor({ hours: 2 });
  await world.decide(id, { decision: 'resolve' });
  await world.scheduler.runFor({ days: 10 });
};

describe.each(FUNCTIONS)('when %s', (placeholder) => {
  test('fails once in passing, the state tries again and nothing else is entered', async () => {
    const world = new World();
    failNext(world.faults, placeholder, PASSING);
    const id = await world.submit();
    await settle(world, id);
    expect(await world.told(id)).toEqual(STORY);
    expect(world.execution(id).entered).toHaveLength(11);
  });

  test.each([
    ['by a bug', BUG],
    ['longer than its retries last', ...Array.from({ length: 6 }, () => PASSING)],
  ] as [string, ...CallFault[]][])(
    'fails %s, the failure is recorded and after a rest it goes on',
    async (_how, ...faults) => {
      const world = new World();
      failNext(world.faults, placeholder, ...faults);
      const id = await world.submit();
      await settle(world, id);
      expect(await world.told(id)).toEqual(STORY);
      const { entered } = world.execution(id);
      const at = entered.indexOf('Record failure');
      expect(entered.slice(at, at + 3)).toEqual(['Record failure', 'Rest after failure', 'Take next step']);
      await expectInvariants(world, id);
    },
  );

  test.each<CallFault['kind']>(['lose-answer', 'silence', 'late'])(
    'does its work but the caller does not learn of it (%s), nothing happens twice',
    async (kind) => {
      const world = new World();
      failNext(
        world.faults,
        placeholder,
        kind === 'late' ? { kind, afterMs: 30_000 } : ({ kind } as CallFault),
      );
      const id = await world.submit();
      await settle(world, id);
      expect(await world.told(id)).toEqual(STORY);
      await expectInvariants(world, id);
    },
  );
});

describe('each step of the workflow that fails by a bug', () => {
  const atState = (world: World, state: string): void => {
    const { call } = world.faults;
    let hasFailed = false;
    world.faults.call = (placeholder) => {
      const running = [...world.machine.executions.values()].find(
        (execution) => execution.status === 'RUNNING',
      );
      if (hasFailed || running?.entered.at(-1) !== state) return call(placeholder);
      hasFailed = true;
      return BUG;
    };
  };

  test.each([
    ['Route petition', 'PetitionRouted'],
    ['Take next step', 'PetitionRouted'],
    ['Await decision', 'PetitionResolved'],
    ['Remind holder', 'HolderReminded'],
    ['Escalate petition', 'PetitionEscalated'],
    ['Await feedback', 'AnswerDelivered'],
    ['Close petition', 'PetitionClosed'],
  ])('%s: is caught, rests a minute, and is done after all', async (state, event) => {
    const world = new World();
    atState(world, state);
    const id = await world.submit();
    await world.scheduler.runFor({ days: 8 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    const { entered } = world.execution(id);
    const failed = entered.indexOf('Record failure');
    expect(entered[failed - 1]).toBe(state);
    expect(entered.slice(failed + 1, failed + 3)).toEqual(['Rest after failure', 'Take next step']);
    expect(await world.told(id)).toContain(event);
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });
});

describe('a workflow that cannot work for hours', () => {
  const outage = async (placeholders: string[], hours: number) => {
    const world = new World();
    world.faults.endIsTold = () => false;
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    const until = plusMs(world.now, hours * 3_600_000);
    const calls: { placeholder: string; at: string }[] = [];
    world.faults.call = (placeholder) => {
      calls.push({ placeholder, at: world.now });
      return world.now < until && placeholders.includes(placeholder) ? BUG : { kind: 'none' };
    };
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runUntil(until);
    return { world, id, calls };
  };

  test('rests longer and longer: a minute, two, four … an hour', async () => {
    const { calls } = await outage(['NextStepFunctionArn'], 6);
    const steps = calls
      .filter((call) => call.placeholder === 'NextStepFunctionArn')
      .map((call) => Date.parse(call.at));
    const rests = steps.slice(1).map((at, i) => Math.round((at - (steps[i] ?? 0)) / 60_000));
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  test('goes on in the same execution when it can, and counts from the beginning after the next wait', async () => {
    const { world, id, calls } = await outage(['NextStepFunctionArn'], 3);
    await world.scheduler.runFor({ hours: 2 });
    expect(world.execution(id).entered.at(-1)).toBe('Await feedback');
    expect(await world.thread(id)).toMatchObject({ run: 1, failures: 0 });
    await world.scheduler.runFor({ days: 10 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    expect(calls.filter((call) => call.placeholder === 'RecordFailureFunctionArn').length).toBeGreaterThan(4);
    await expectInvariants(world, id);
  });

  test('starts with a short rest again after a wait that went well', async () => {
    const { world, id, calls } = await outage(['NextStepFunctionArn'], 3);
    await world.scheduler.runFor({ hours: 2 });
    expect(world.execution(id).entered.at(-1)).toBe('Await feedback');
    failNext(world.faults, 'NextStepFunctionArn', BUG);
    const thread = await world.thread(id);
    world.machine.answer(thread.token ?? '');
    const answeredAt = Date.parse(world.now);
    calls.length = 0;
    await world.scheduler.runFor({ minutes: 2 });
    const again = calls.find((call) => call.placeholder === 'NextStepFunctionArn');
    expect(Math.round((Date.parse(again?.at ?? '') - answeredAt) / 60_000)).toBe(1);
  });

  test('never ends FAILED, not even when nothing at all can be written', async () => {
    const { world, id } = await outage([...FUNCTIONS, 'RecordFailureFunctionArn'], 12);
    for (const execution of world.machine.executions.values()) expect(execution.status).not.toBe('FAILED');
    await world.scheduler.runFor({ days: 10 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });
});
