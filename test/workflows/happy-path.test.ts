import { expect, test } from 'vitest';
import { createWorld } from '../support/asl/world.js';

test('a routine petition is accepted, resolved, told and closed', async () => {
  const world = await createWorld();
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  expect((await world.petition(id)).status).toBe('ASSIGNED');
  await world.decide(id, { decision: 'accept' });
  await world.scheduler.runFor({ hours: 3 });
  await world.decide(id, { decision: 'resolve' });
  await world.scheduler.runFor({ days: 10 });
  console.log(await world.told(id), world.execution(id).entered, await world.thread(id), world.machinery.deadLetters);
  expect((await world.petition(id)).status).toBe('CLOSED');
});
