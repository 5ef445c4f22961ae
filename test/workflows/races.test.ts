import { describe, expect, test } from 'vitest';
import { TaskClosedError } from '../../core/errors.js';
import { plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { World } from '../support/asl/world.js';

/** A petition whose holder has accepted it, so that only its deadline is ahead on the day itself. */
const onLastDay = async (): Promise<{ world: World; id: string; dueAt: string }> => {
  const world = new World();
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  await world.decide(id, { decision: 'accept' });
  const dueAt = (await world.petition(id)).task?.resolveBy?.at ?? '';
  await world.scheduler.runUntil(plusMs(dueAt, -3_600_000));
  return { world, id, dueAt };
};

const linkedForm = { decision: 'resolve' } as const;

describe('a decision that races the deadline', () => {
  test('counts when it is committed before the time-out is looked at, however late the answer to the wait is', async () => {
    const { world, id, dueAt } = await onLastDay();
    world.faults.record = () => [5_000];
    await world.scheduler.runUntil(plusMs(dueAt, -1));
    await world.decide(id, linkedForm);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    expect(await world.told(id)).not.toContain('PetitionEscalated');
    await expectInvariants(world, id);
  });

  test('still counts after the deadline while the workflow has not escalated yet', async () => {
    const { world, id, dueAt } = await onLastDay();
    failNext(world.faults, 'AdvancePetitionFunctionArn', { kind: 'refuse' }, { kind: 'refuse' });
    await world.scheduler.runUntil(plusMs(dueAt, 1_500));
    expect(world.execution(id).entered.at(-1)).toBe('Escalate petition');
    await world.decide(id, linkedForm);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    expect(await world.told(id)).not.toContain('PetitionEscalated');
  });

  test('is refused once the petition has moved on: the link is dead', async () => {
    const { world, id, dueAt } = await onLastDay();
    const link = await world.linkOf(id);
    await world.scheduler.runUntil(plusMs(dueAt, 60_000));
    expect((await world.petition(id)).task).toMatchObject({ no: 2 });
    await expect(world.decideBy(link ?? '', linkedForm)).rejects.toThrow(TaskClosedError);
    await expectInvariants(world, id);
  });

  test('by two officials at once is recorded once', async () => {
    const { world, id } = await onLastDay();
    const link = (await world.linkOf(id)) ?? '';
    const outcomes = await Promise.allSettled([
      world.decideBy(link, linkedForm),
      world.decideBy(link, linkedForm),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await world.told(id)).filter((type) => type === 'PetitionResolved')).toHaveLength(1);
    await world.scheduler.runFor({ minutes: 5 });
    await expectInvariants(world, id);
  });
});

describe('a decision that comes between looking and waiting', () => {
  test('ends the wait at once: the token answers itself', async () => {
    const { world, id } = await onLastDay();
    // The commit of a decision is there when Await stores its token, but its record is lost.
    world.faults.record = () => [];
    const before = world.execution(id).entered.length;
    const inBetween = () =>
      world.execution(id).entered.length > before &&
      world.execution(id).entered.at(-1) === 'What comes next?';
    await world.decide(id, { decision: 'note' });
    const thread = await world.thread(id);
    world.machine.answer(thread.token ?? '');
    expect(await world.scheduler.runUnless(inBetween, plusMs(world.now, 60_000))).toBe(true);
    await world.decide(id, linkedForm);
    await world.scheduler.runFor({ seconds: 1 });
    expect(world.execution(id).entered.slice(before)).toEqual([
      'Take next step',
      'What comes next?',
      'Await decision',
      'Take next step',
      'What comes next?',
      'Await feedback',
    ]);
  });
});

describe('a late retry of Await', () => {
  test('does not replace the token of the attempt that came after it', async () => {
    const world = new World();
    const id = await world.submit();
    failNext(world.faults, 'AwaitAnswerFunctionArn', {
      kind: 'late',
      error: 'Sandbox.Timedout',
      afterMs: 60_000,
    });
    const execution = await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    const { token, retry } = await world.thread(id);
    expect(retry).toBe(1);
    expect(execution.isWaiting).toBe(true);
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ seconds: 5 });
    expect(token).toContain('/1');
    expect(execution.entered.at(-1)).toBe('Await feedback');
  });

  test('of a wait that is over changes nothing', async () => {
    const world = new World();
    const id = await world.submit();
    failNext(world.faults, 'AwaitAnswerFunctionArn', {
      kind: 'late',
      error: 'Sandbox.Timedout',
      afterMs: 7_200_000,
    });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    const thread = await world.thread(id);
    await world.scheduler.runFor({ hours: 3 });
    expect(await world.thread(id)).toEqual(thread);
  });
});
