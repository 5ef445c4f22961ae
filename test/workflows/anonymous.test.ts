import { expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { smallRegisters } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';
import { DISSATISFIED, mails } from './resident.js';

const NAMELESS = { kind: 'anonymous', name: '', phone: null, email: null };

const nameless = async () => {
  const world = new World({
    now: vn('2025-03-03', '08:30'),
    registers: smallRegisters({ takesAnonymous: true }),
  });
  const id = await world.submit(NAMELESS);
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

test('without a name: the answer is delivered by being published, and silence from then on closes it', async () => {
  const { world, id } = await nameless();
  await world.decide(id, { decision: 'accept' });
  await world.decide(id, { decision: 'resolve' });
  const answered = await world.petition(id);
  expect(answered.delivered).toEqual({ at: answered.outcome?.at, by: 'tracking-page' });
  expect(answered.feedbackUntil?.at).toBe(vn('2025-03-10', '17:00'));
  await world.scheduler.runUntil(vn('2025-03-10', '16:59'));
  expect((await world.petition(id)).status).toBe('RESOLVED');
  await world.scheduler.runFor({ minutes: 10 });
  expect((await world.petition(id)).status).toBe('CLOSED');
  expect((await world.told(id)).slice(-2)).toEqual(['PetitionResolved', 'PetitionClosed']);
  expect(mails(world)).toEqual([]);
  await expectInvariants(world, id);
});

test('without a name: whoever has the receipt may still object, and the second answer is published anew', async () => {
  const { world, id } = await nameless();
  await world.decide(id, { decision: 'resolve' });
  await world.scheduler.runFor({ hours: 2 });
  await world.hear(id, DISSATISFIED);
  await world.scheduler.runFor({ minutes: 5 });
  expect(await world.petition(id)).toMatchObject({
    status: 'ASSIGNED',
    delivered: null,
    feedbackUntil: null,
  });
  await world.decide(id, { decision: 'reject', ground: 'no-factual-basis' });
  expect(await world.petition(id)).toMatchObject({ status: 'REJECTED', delivered: { by: 'tracking-page' } });
  await world.scheduler.runFor({ days: 10 });
  expect((await world.petition(id)).status).toBe('CLOSED');
  expect(mails(world)).toEqual([]);
  await expectInvariants(world, id);
});
