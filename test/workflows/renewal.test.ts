import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { RENEW_AFTER_DAYS, RENEW_AFTER_WAITS } from '../../core/use-cases/take-next-step.js';
import { parseDefinition } from '../support/asl/definition.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { World, workflowText } from '../support/asl/world.js';

const DAY_MS = 86_400_000;

/** A petition that waits, in a run that is so old, or has waited so often. */
const inOldRun = async (age: { waits?: number; days?: number }) => {
  const world = new World();
  const id = await world.submit();
  const execution = await world.untilWaiting(id);
  const { waits = 1, days = 0 } = age;
  const thread = await world.thread(id);
  const { token, wakeAt, wakeSeq } = thread;
  await world.fakes.threads.acknowledge(thread, { handledSeq: wakeSeq, waitNo: waits, wakeAt });
  await world.fakes.threads.storeToken(thread, { waitNo: waits, retry: 0, token: token ?? '' });
  if (days > 0) {
    const key = { pk: `PET#${id}`, sk: 'THREAD#lead' };
    const runStartedAt = plusMs(world.now, -days * DAY_MS);
    world.fakes.database.write({
      table: 'Petitions',
      key,
      apply: (item) => item && { ...item, runStartedAt },
    });
  }
  return { world, id, execution };
};

describe('a long run', () => {
  test.each([
    ['after so many waits', { waits: RENEW_AFTER_WAITS }],
    ['after so many days', { days: RENEW_AFTER_DAYS }],
  ])('is renewed %s; the petition goes on in the next one', async (_when, age) => {
    const { world, id, execution } = await inOldRun(age);
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(execution.entered.slice(-2)).toEqual(['Renew run', 'Run renewed']);
    const { run, waitNo } = await world.thread(id);
    expect(run).toBeGreaterThan(1);
    expect(waitNo).toBeLessThan(5);
    expect(world.execution(id, run).entered.at(-1)).toBe('Await feedback');
    await world.scheduler.runFor({ days: 10 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });

  test('is renewed once also when the answer of Renew is lost', async () => {
    const { world, id, execution } = await inOldRun({ waits: RENEW_AFTER_WAITS });
    await world.scheduler.runFor({ minutes: 5 });
    failNext(world.faults, 'AdvancePetitionFunctionArn', { kind: 'lose-answer' });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(execution.entered.slice(-2)).toEqual(['Renew run', 'Superseded by a newer run']);
    expect(execution.status).toBe('SUCCEEDED');
    const { run } = await world.thread(id);
    expect(world.execution(id, run).entered.at(-1)).toBe('Await feedback');
  });

  test('is renewed also when Renew fails by a bug at first', async () => {
    const { world, id, execution } = await inOldRun({ waits: RENEW_AFTER_WAITS });
    await world.scheduler.runFor({ minutes: 5 });
    failNext(world.faults, 'AdvancePetitionFunctionArn', { kind: 'refuse', error: 'TypeError' });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 10 });
    expect(execution.entered).toContain('Record failure');
    expect(execution.entered.at(-1)).toBe('Run renewed');
  });

  test('never waits beyond the day of its renewal, which is well before the time-out of the machine', async () => {
    const { world, id, execution } = await inOldRun({ days: RENEW_AFTER_DAYS - 0.01 });
    const renewAt = plusMs((await world.thread(id)).runStartedAt, RENEW_AFTER_DAYS * DAY_MS);
    await world.scheduler.runFor({ minutes: 1 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runUntil(plusMs(renewAt, 5_000));
    expect(execution.entered.at(-1)).toBe('Run renewed');
    expect(parseDefinition(workflowText()).TimeoutSeconds).toBeGreaterThan((RENEW_AFTER_DAYS + 30) * 86_400);
    expect(parseDefinition(workflowText()).TimeoutSeconds).toBeLessThan(365 * 86_400);
  });
});
