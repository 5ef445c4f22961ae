import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { DISTRICT, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { atWard, DISSATISFIED, mails, RESIDENT, SATISFIED } from './resident.js';

describe('a resident who is not satisfied', () => {
  const resolve = async (world: World, id: string): Promise<void> => {
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({ status: 'RESOLVED', delivered: { by: 'email' } });
  };

  test('has it looked at once more, then by the next authority; silence closes it', async () => {
    const { world, id } = await atWard();
    await resolve(world, id);
    await world.hear(id, DISSATISFIED);
    expect(await world.petition(id)).toMatchObject({
      ...{ status: 'ASSIGNED', outcome: null, delivered: null, feedbackUntil: null },
      task: { no: 2, holder: WARD },
    });
    await resolve(world, id);
    await world.hear(id, DISSATISFIED);
    expect((await world.petition(id)).task).toMatchObject({ no: 3, holder: DISTRICT });
    await resolve(world, id);
    await world.scheduler.runFor({ days: 10 });
    expect((await world.told(id)).slice(2)).toEqual([
      ...['PetitionResolved', 'AnswerDelivered', 'PetitionReopened'],
      ...['PetitionResolved', 'AnswerDelivered', 'PetitionAppealed'],
      ...['PetitionResolved', 'AnswerDelivered', 'PetitionClosed'],
    ]);
    expect((await world.history(id)).at(-1)).toMatchObject({ data: { because: 'silence-after-delivery' } });
    expect(world.machine.executions.size).toBe(1);
    expect(mails(world).filter((subject) => subject === 'decision')).toHaveLength(3);
    await expectInvariants(world, id);
  });

  test('a third time has said the last word: it is recorded, and the petition closes at once', async () => {
    const { world, id } = await atWard();
    for (let i = 0; i < 3; i++) {
      await resolve(world, id);
      await world.hear(id, DISSATISFIED);
    }
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED', feedback: { satisfied: false } });
    expect((await world.history(id)).at(-1)).toMatchObject({ data: { because: 'nobody-above' } });
    await expectInvariants(world, id);
  });

  test('has a second look with a term of its own: past it, it goes up', async () => {
    const { world, id } = await atWard();
    await resolve(world, id);
    await world.scheduler.runFor({ days: 3 });
    await world.hear(id, DISSATISFIED);
    const { task, promised } = await world.petition(id);
    expect(promised.resolveBy).toEqual(task?.resolveBy);
    await world.scheduler.runUntil(plusMs(task?.resolveBy?.at ?? '', 60_000));
    expect(await world.petition(id)).toMatchObject({ escalations: 1, task: { no: 3, holder: DISTRICT } });
    await expectInvariants(world, id);
  });

  test('says so when the time for it ends: it counts, and the run that was to close it is followed by another', async () => {
    const { world, id } = await atWard();
    await resolve(world, id);
    const until = (await world.petition(id)).feedbackUntil?.at ?? '';
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.hear(id, DISSATISFIED);
      },
    });
    await world.scheduler.runUntil(plusMs(until, 5 * 60_000));
    expect(await world.petition(id)).toMatchObject({ status: 'ASSIGNED', reopenings: 1 });
    expect(world.execution(id).status).toBe('SUCCEEDED');
    expect(world.execution(id, 2)).toMatchObject({ status: 'RUNNING', isWaiting: true });
    await expectInvariants(world, id);
  });
});

test('a resident who is satisfied closes it at once, also before the answer was delivered', async () => {
  for (const email of [RESIDENT, null]) {
    const world = new World();
    const id = await world.submit({ email });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ minutes: 5 });
    await world.hear(id, SATISFIED);
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED' });
    expect((await world.history(id)).at(-1)).toMatchObject({ data: { because: 'satisfied' } });
    expect(world.execution(id).status).toBe('SUCCEEDED');
    await expectInvariants(world, id);
  }
});
