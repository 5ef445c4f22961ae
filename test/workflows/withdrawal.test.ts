import { describe, expect, test } from 'vitest';
import { TaskClosedError } from '../../core/errors.js';
import { plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { atWard, mails, waiting, WITHDRAW } from './resident.js';

describe('a withdrawal', () => {
  const expectEnded = async (world: World, id: string): Promise<void> => {
    expect(await world.petition(id)).toMatchObject({ status: 'WITHDRAWN', task: null });
    expect(world.execution(id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(world.execution(id).entered.at(-1)).toBe('Petition closed');
    expect(await world.thread(id)).toMatchObject({ wakeAt: null, token: null });
    const told = await world.told(id);
    await world.scheduler.runFor({ days: 30 });
    expect(await world.told(id)).toEqual(told);
    expect(world.machine.executions.size).toBe(1);
    await expectInvariants(world, id);
  };

  test('while a unit works on it ends everything; the unit and the resident are told', async () => {
    const { world, id } = await atWard();
    const link = (await world.linkOf(id)) ?? '';
    await world.hear(id, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    await expectEnded(world, id);
    expect(mails(world)).toEqual(['receipt', 'withdrawal-noted']);
    expect(mails(world, `main@${WARD.id}.example`)).toEqual(['assignment', 'withdrawn']);
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow(TaskClosedError);
  });

  test('while the resident is asked ends the wait', async () => {
    const { world, id } = await waiting();
    await world.hear(id, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    await expectEnded(world, id);
  });

  test('before it was routed leaves nothing to route', async () => {
    const world = new World();
    const id = await world.submit();
    await world.hear(id, WITHDRAW);
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.told(id)).toEqual(['PetitionSubmitted', 'PetitionWithdrawn']);
    await expectEnded(world, id);
    expect(mails(world)).toEqual(['receipt', 'withdrawal-noted']);
  });

  test('that comes with the deadline wins when it is committed first', async () => {
    const { world, id } = await atWard();
    await world.decide(id, { decision: 'accept' });
    const due = (await world.petition(id)).task?.resolveBy?.at ?? '';
    await world.scheduler.runUntil(plusMs(due, -60_000));
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.hear(id, WITHDRAW);
      },
    });
    await world.scheduler.runFor({ minutes: 10 });
    expect(world.execution(id).entered).toContain('Escalate petition');
    expect(await world.told(id)).not.toContain('PetitionEscalated');
    await expectEnded(world, id);
  });

  test('that comes after the decision is too late, the other way round the decision is', async () => {
    const { world, id } = await atWard();
    const link = (await world.linkOf(id)) ?? '';
    const results = await Promise.allSettled([
      world.decideBy(link, { decision: 'resolve' }),
      world.hear(id, WITHDRAW),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await world.scheduler.runFor({ days: 10 });
    expect(['CLOSED', 'WITHDRAWN']).toContain((await world.petition(id)).status);
    await expectInvariants(world, id);
  });
});
