import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { RENEW_AFTER_WAITS } from '../../core/use-cases/take-next-step.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { smallRegisters } from '../support/asl/small-registers.js';
import { World, workflowText } from '../support/asl/world.js';

const folder = new URL('../../workflows/released/', import.meta.url);
const RELEASED = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));
const MIDNIGHT = '2025-03-12T17:00:00.000Z';

/** Runs on: executions keep the definition with which they began, while functions are always today's. */
const worldOf = (file: string): World =>
  new World({
    asl: workflowText(`released/${file}`),
    registers: smallRegisters({ districtsUntil: MIDNIGHT }),
  });

describe.each(RELEASED)("executions of %s on today's functions", (file) => {
  test('go the whole way: reminded, late, abolished, decided, told, closed', async () => {
    const world = worldOf(file);
    const id = await world.submit();
    await world.scheduler.runFor({ days: 12 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    const told = await world.told(id);
    expect(new Set(told)).toEqual(
      new Set([
        'PetitionSubmitted',
        'PetitionRouted',
        'HolderReminded',
        'PetitionEscalated',
        'PetitionReassigned',
        'PetitionResolved',
        'AnswerDelivered',
        'PetitionClosed',
      ]),
    );
    expect(world.execution(id).status).toBe('SUCCEEDED');
    await expectInvariants(world, id);
  });

  test('go on from every wait: a time-out and an answer both find their way', async () => {
    const world = worldOf(file);
    const id = await world.submit();
    const execution = await world.untilWaiting(id);
    for (let waits = 1; waits <= 12; waits += 1) {
      const entered = execution.entered.length;
      if (waits % 2 === 0) world.machine.answer((await world.thread(id)).token ?? '');
      const hasGoneOn = () => execution.isWaiting && execution.entered.length > entered;
      expect(await world.scheduler.runUnless(hasGoneOn, plusMs(world.now, 7 * 86_400_000))).toBe(true);
    }
    expect(execution.status).toBe('RUNNING');
    await expectInvariants(world, id);
  });

  test('rest and go on after a failure', async () => {
    const world = worldOf(file);
    const id = await world.submit();
    await world.untilWaiting(id);
    await world.scheduler.runFor({ minutes: 5 });
    failNext(world.faults, 'NextStepFunctionArn', { kind: 'refuse', error: 'TypeError' });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    expect(world.execution(id).entered).toContain('Rest after failure');
    expect((await world.petition(id)).status).toBe('CLOSED');
  });

  test('end quietly when they are renewed or superseded', async () => {
    const world = worldOf(file);
    const id = await world.submit();
    const first = await world.untilWaiting(id);
    const { token, wakeSeq, wakeAt, ...thread } = await world.thread(id);
    await world.fakes.threads.acknowledge(thread, { handledSeq: wakeSeq, waitNo: RENEW_AFTER_WAITS, wakeAt });
    world.machine.answer(token ?? '');
    await world.scheduler.runFor({ minutes: 5 });
    expect(first.status).toBe('SUCCEEDED');
    const { run } = await world.thread(id);
    const second = world.execution(id, run);
    world.faults.stopArrives = () => false;
    await world.fakes.threads.raiseRun(await world.thread(id), {
      wakeAt: world.now,
      runStartedAt: world.now,
    });
    world.machine.answer(`${id}-lead-${run}/4/0`);
    await world.scheduler.runFor({ minutes: 5 });
    expect(second.entered.at(-1)).toBe('Superseded by a newer run');
    expect(second.status).toBe('SUCCEEDED');
  });

  test('rest, and do not fail, on a step that only a later release knows', async () => {
    const text = workflowText(`released/${file}`).replaceAll(
      "$next = 'AwaitDecision'",
      "$next = 'AnOlderWord'",
    );
    const world = new World({ asl: text });
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 4 });
    expect(world.execution(id).status).toBe('RUNNING');
    expect(world.execution(id).entered).toContain('Rest after failure');
  });
});
