import { describe, expect, test } from 'vitest';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CITY, DISTRICT, NEW_WARD, smallRegisters } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';

const MIDNIGHT = '2025-03-04T17:00:00.000Z';

/** A petition at a district that ends at midnight. */
const atDistrict = async () => {
  const world = new World({ registers: smallRegisters({ districtsUntil: MIDNIGHT }) });
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  await world.decide(id, { decision: 'beyond-competence' });
  await world.scheduler.runFor({ minutes: 5 });
  expect((await world.petition(id)).task?.holder.id).toBe(DISTRICT.id);
  return { world, id };
};

describe('a holder that ceases to exist at midnight', () => {
  test('is followed by its successor in the first minute of the day, on the running clock', async () => {
    const { world, id } = await atDistrict();
    const before = await world.petition(id);
    await world.scheduler.runUntil('2025-03-04T17:01:00.000Z');
    const after = await world.petition(id);
    expect(after.hops.at(-1)).toMatchObject({ kind: 'reassigned', from: DISTRICT.id, to: NEW_WARD.id });
    expect(after.task?.resolveBy).toEqual(before.task?.resolveBy);
    expect(after.hops.at(-1)?.at.slice(0, 19)).toBe('2025-03-04T17:00:00');
    await expectInvariants(world, id);
  });

  test('has a link that is dead from midnight on, also before the workflow has looked', async () => {
    const { world, id } = await atDistrict();
    const link = (await world.linkOf(id)) ?? '';
    await world.scheduler.runUntil('2025-03-04T16:59:00.000Z');
    failNext(world.faults, 'NextStepFunctionArn', { kind: 'refuse', error: 'TypeError' });
    await world.scheduler.runUntil('2025-03-04T17:00:30.000Z');
    expect((await world.petition(id)).task?.holder.id).toBe(DISTRICT.id);
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow('no longer open');
  });

  test('is followed also when Reassign fails by a bug at first', async () => {
    const { world, id } = await atDistrict();
    await world.scheduler.runUntil('2025-03-04T16:59:00.000Z');
    failNext(world.faults, 'AdvancePetitionFunctionArn', { kind: 'refuse', error: 'TypeError' });
    await world.scheduler.runUntil('2025-03-04T17:05:00.000Z');
    expect((await world.petition(id)).task?.holder.id).toBe(NEW_WARD.id);
    const { entered } = world.execution(id);
    expect(entered.slice(entered.indexOf('Reassign petition'))).toContain('Record failure');
  });

  test('gets no new petition any more: what the ward leaves late goes past it', async () => {
    const world = new World({ registers: smallRegisters({ districtsUntil: MIDNIGHT }) });
    const id = await world.submit();
    await world.scheduler.runFor({ days: 9 });
    expect((await world.petition(id)).hops.map((hop) => hop.to)).toEqual(['ubnd-phuong', CITY.id]);
  });
});
