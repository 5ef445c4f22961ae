import { describe, expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { World } from '../support/asl/world.js';

/** State transitions are what an execution costs: the budget of an ordinary petition. */
const BUDGET = 11;

describe('a routine petition', () => {
  test('is routed, accepted, resolved, told and closed within its budget of states', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({ status: 'ASSIGNED', task: { no: 1 } });
    await world.decide(id, { decision: 'accept' });
    await world.scheduler.runFor({ hours: 3 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    expect(await world.told(id)).toEqual([
      'PetitionSubmitted',
      'PetitionRouted',
      'TaskAccepted',
      'PetitionResolved',
      'AnswerDelivered',
      'PetitionClosed',
    ]);
    const { status, entered } = world.execution(id);
    expect(status).toBe('SUCCEEDED');
    expect(entered).toEqual([
      'Route petition',
      'Take next step',
      'What comes next?',
      'Await decision',
      'Take next step',
      'What comes next?',
      'Await feedback',
      'Take next step',
      'What comes next?',
      'Close petition',
      'Petition closed',
    ]);
    expect(entered.length).toBeLessThanOrEqual(BUDGET);
    await expectInvariants(world, id);
  });

  test('owes nothing once it is closed: no wake-up, no second run', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    expect(await world.thread(id)).toMatchObject({ wakeAt: null, token: null, run: 1 });
    await world.scheduler.runFor({ days: 30 });
    expect(world.machine.executions.size).toBe(1);
  });

  test('is closed when its refusal has reached the resident and nobody objects', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'reject', ground: 'already-settled' });
    await world.scheduler.runFor({ days: 10 });
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED', outcome: { kind: 'rejected' } });
    expect(world.fakes.mailer.to('dan@kien-nghi.example').map((mail) => mail.subject)).toEqual([
      'receipt',
      'decision',
    ]);
  });

  test('moves to the next authority when the holder is not competent, and waits there at once', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'beyond-competence' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({
      status: 'ASSIGNED',
      task: { no: 2, holder: { id: 'ubnd-quan' } },
    });
    expect(world.execution(id).entered.filter((name) => name === 'Await decision')).toHaveLength(2);
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });

  test('enters six states more for each reminder, and three for a look that finds nothing to do', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'accept' });
    await world.scheduler.runFor({ days: 3 });
    expect(await world.told(id)).toContain('HolderReminded');
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    const reminders = (await world.told(id)).filter((type) => type === 'HolderReminded').length;
    // Looks: wake-ups that were planned before the task was accepted.
    const looks =
      world.execution(id).entered.filter((name) => name === 'Await decision').length - 1 - reminders;
    expect(world.execution(id).entered).toHaveLength(BUDGET + 6 * reminders + 3 * looks);
  });
});
