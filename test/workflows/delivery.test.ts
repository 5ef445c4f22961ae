import { describe, expect, test } from 'vitest';
import { confirmDelivery } from '../../core/use-cases/confirm-delivery.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { PROVINCE } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';

const CLERK = { kind: 'operator', userId: 'can-bo-1' } as const;

const withoutMail = async () => {
  const world = new World();
  const id = await world.submit({ email: null, phone: '0900000000' });
  await world.scheduler.runFor({ hours: 1 });
  await world.decide(id, { decision: 'resolve' });
  await world.scheduler.runFor({ hours: 1 });
  const worklist = async () =>
    (await world.fakes.notices.worklist(PROVINCE, { limit: 10 })).items.map((item) => item.kind);
  return { world, id, worklist };
};

describe('an answer that has not reached the resident', () => {
  test('keeps the petition open, on the worklist of the desk, however long', async () => {
    const { world, id, worklist } = await withoutMail();
    expect(await worklist()).toEqual(['decision']);
    await world.scheduler.runFor({ days: 60 });
    expect(await world.petition(id)).toMatchObject({ status: 'RESOLVED', delivered: null });
    expect(world.execution(id).isWaiting).toBe(true);
    expect((await world.thread(id)).wakeAt).not.toBeNull();
    await expectInvariants(world, id);
  });

  test('closes it in silence only after the clerk has told the resident and the time to object is over', async () => {
    const { world, id } = await withoutMail();
    await world.scheduler.runFor({ days: 30 });
    const deps = { ...world.fakes, registers: world.registers };
    const { petition } = await confirmDelivery(deps, id, { by: 'phone', actor: CLERK, answerSeq: 3 });
    const until = petition.feedbackUntil?.at ?? '';
    await world.scheduler.runUntil(until);
    expect((await world.petition(id)).status).toBe('RESOLVED');
    await world.scheduler.runFor({ days: 8 });
    expect(await world.petition(id)).toMatchObject({ status: 'CLOSED', delivered: { by: 'phone' } });
    expect(((await world.petition(id)).closedAt ?? '') > until).toBe(true);
    await expectInvariants(world, id);
  });

  test('because the mail service refused it for good, goes to the worklist too', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ hours: 1 });
    world.fakes.mailer.failNext('refused-for-good');
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 20 });
    expect(await world.petition(id)).toMatchObject({ status: 'RESOLVED', delivered: null });
    const { items } = await world.fakes.notices.worklist(PROVINCE, { limit: 10 });
    expect(items.map((item) => item.kind)).toEqual(['decision']);
  });

  test('because the mail service was away for hours, is sent as soon as it is back', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ hours: 1 });
    world.fakes.mailer.failNext('refused', 'refused', 'refused', 'refused');
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ hours: 2 });
    expect((await world.petition(id)).delivered?.by).toBe('email');
    expect(world.fakes.mailer.to('dan@kien-nghi.example').map((mail) => mail.subject)).toEqual([
      'receipt',
      'decision',
    ]);
    await expectInvariants(world, id);
  });
});
