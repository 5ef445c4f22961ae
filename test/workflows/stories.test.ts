import { describe, expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { shippedRegisters } from '../support/asl/shipped-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';

const registers = shippedRegisters();
const THOI_AN = 'w:26773@0';
const WARD_2_DISTRICT_3 = 'w:27157@0';
const WARD_4_DISTRICT_3 = 'w:27148@0';

describe('stories on the registry that ships', () => {
  test('S1c: coaches in the estate at Thới An, and nobody answers: ward, District 12, city, city leadership', async () => {
    const world = new World({ now: vn('2023-03-10', '09:00'), registers });
    const id = await world.submit({}, { category: 'GT-BIEN', place: { unit: THOI_AN } });
    await world.scheduler.runFor({ days: 60 });
    const { hops, task } = await world.petition(id);
    expect(hops.map((hop) => hop.to.split('/')[0])).toEqual(
      expect.arrayContaining(['ubnd-xa', 'ubnd-huyen']),
    );
    expect(hops[0]).toMatchObject({ kind: 'routed', to: `ubnd-xa/${THOI_AN}` });
    expect(hops.slice(1).every((hop) => hop.kind === 'escalated')).toBe(true);
    expect(new Set(hops.map((hop) => hop.to)).size).toBe(hops.length);
    expect(task?.isLastOwner).toBe(true);
    const lastDay = (await world.history(id)).at(-1);
    expect(lastDay).toMatchObject({ type: 'HolderReminded', data: { kind: 'overdue' } });
    await expectInvariants(world, id);
  });

  test('S4b: a finding of the People’s Inspection Board has fifteen days, whatever it is about', async () => {
    const world = new World({ now: vn('2024-05-10', '09:00'), registers });
    const place = { unit: WARD_4_DISTRICT_3 };
    const id = await world.submit({ kind: 'inspection-board' }, { category: 'GT-HT', place });
    await world.scheduler.runFor({ minutes: 20 });
    const { serviceClass, promised, task, submitterKind } = await world.petition(id);
    expect([serviceClass, submitterKind]).toEqual(['thanh-tra-nhan-dan', 'inspection-board']);
    // The fifteenth day is Saturday 25 May.
    expect(promised.resolveBy).toMatchObject({
      ...{ at: vn('2024-05-27', '17:00'), term: 'thanh-tra-nhan-dan.resolve', provisional: false },
    });
    expect(task?.resolveBy?.at).toBe(vn('2024-05-27', '17:00'));
    await world.decide(id, { decision: 'reclassify', category: 'VSMT', text: 'Là việc rác thải.' });
    expect(await world.petition(id)).toMatchObject({
      category: 'VSMT',
      serviceClass: 'thanh-tra-nhan-dan',
      promised,
    });
    await expectInvariants(world, id);
  });

  test('feedback on a procedure is to be taken up or passed on within five working days', async () => {
    const world = new World({ now: vn('2024-05-10', '09:00'), registers });
    const id = await world.submit({}, { category: 'TTHC', place: { unit: WARD_4_DISTRICT_3 } });
    await world.scheduler.runFor({ minutes: 20 });
    const { serviceClass, task } = await world.petition(id);
    expect(serviceClass).toBe('pakn');
    expect(task?.acceptBy).toMatchObject({ at: vn('2024-05-17', '17:00'), term: 'pakn.accept' });
    await world.scheduler.runUntil(vn('2024-05-20', '09:00'));
    const overdue = (await world.history(id)).filter(
      (event) => event.type === 'HolderReminded' && event.data.kind === 'overdue',
    );
    expect(overdue).toHaveLength(1);
    await expectInvariants(world, id);
  });

  test('S5: District 3 is abolished at midnight; Phường 2 goes to Bàn Cờ, Phường 4 to the desk that asks for the place', async () => {
    const world = new World({ now: vn('2025-06-30', '15:30'), registers });
    const atWard2 = await world.submit({}, { category: 'GT-BIEN', place: { unit: WARD_2_DISTRICT_3 } });
    const atWard4 = await world.submit({}, { category: 'GT-BIEN', place: { unit: WARD_4_DISTRICT_3 } });
    await world.scheduler.runFor({ minutes: 20 });
    for (const id of [atWard2, atWard4]) await world.decide(id, { decision: 'beyond-competence' });
    await world.scheduler.runFor({ minutes: 10 });
    const before = await world.petition(atWard2);
    const midnight = '2025-06-30T17:00:00.000Z';
    expect(before.task).toMatchObject({ holder: { tier: 'huyen' }, holderValidTo: midnight });
    const link = await world.linkOf(atWard2);
    if (link === null || before.task === null) throw new Error('no link');

    await world.scheduler.runUntil('2025-06-30T17:05:00.000Z');
    const moved = await world.petition(atWard2);
    expect(moved.hops.at(-1)).toMatchObject({
      kind: 'reassigned',
      toName: expect.stringContaining('Bàn Cờ') as string,
    });
    expect(moved).toMatchObject({
      receivedAt: before.receivedAt,
      promised: before.promised,
      task: { resolveBy: before.task.resolveBy },
    });
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow('no longer open');
    expect(await world.petition(atWard4)).toMatchObject({ task: { isTriage: true } });
    for (const id of [atWard2, atWard4]) await expectInvariants(world, id);
  });
});
