import { describe, expect, test } from 'vitest';
import { startOfDay, type Instant } from '../../core/time.js';
import { readParts } from '../../registry/read-parts.js';
import { movedPageViewOf } from '../../web/server/view-of.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { asKnownOn } from '../support/as-known-on.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { publishedRegisters } from '../support/asl/shipped-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';

const WARD_2 = 'w:27157@0';
const WARD_4 = 'w:27148@0';
const DISTRICT_3 = 'ubnd-huyen/d:770@0';
const parts = readParts();

/** A world that knows of nothing after `knownOn` until the files that ship are published. */
const worldAt = (now: Instant, knownOn: string) => {
  const worlds: World[] = [];
  const published = publishedRegisters(asKnownOn(parts, knownOn), () => Date.parse(worlds[0]?.now ?? now));
  const world = new World({ now, registers: published.registers });
  worlds.push(world);
  return {
    world,
    publish: () => {
      published.publish(parts);
    },
  };
};

const linkAt = async (world: World, petitionId: string): Promise<string> => {
  const link = await world.linkOf(petitionId);
  if (link === null) throw new Error('no link');
  return link;
};

describe('S5: District 3 is abolished at midnight, and that was decided in the evening', () => {
  const midnight = startOfDay('2025-07-01');

  const untilMidnight = async () => {
    const { world, publish } = worldAt(vn('2025-06-30', '16:00'), '2025-06-15');
    const submit = (unit: string) =>
      world.submit({}, { category: 'GT-HT', place: { unit }, receivedBy: DISTRICT_3 });
    const ids = { atWard2: await submit(WARD_2), atWard4: await submit(WARD_4) };
    await world.scheduler.runUntil(vn('2025-06-30', '20:00'));
    for (const id of Object.values(ids))
      expect((await world.petition(id)).task).toMatchObject({
        holder: { id: DISTRICT_3 },
        holderValidTo: null,
      });
    publish();
    await world.scheduler.runUntil(vn('2025-06-30', '23:59'));
    return { world, ...ids };
  };

  test('Phường 2 goes to Bàn Cờ, Phường 4 to the desk; receipt and clock stay', async () => {
    const { world, atWard2, atWard4 } = await untilMidnight();
    const before = await world.petition(atWard2);
    await world.scheduler.runUntil('2025-06-30T17:01:00.000Z');
    const moved = await world.petition(atWard2);
    expect(moved.hops.at(-1)).toMatchObject({ kind: 'reassigned', toName: 'UBND Phường Bàn Cờ' });
    expect(moved).toMatchObject({
      receivedAt: before.receivedAt,
      promised: before.promised,
      task: { resolveBy: before.task?.resolveBy, isTriage: false },
    });
    expect((await world.petition(atWard4)).task).toMatchObject({
      holder: { id: 'ban-tiep-nhan/p:79@2025-07' },
      isTriage: true,
    });
    for (const id of [atWard2, atWard4]) await expectInvariants(world, id);
  });

  test('the district’s link works to the last minute; then it is dead and says who holds the petition', async () => {
    const { world, atWard2 } = await untilMidnight();
    const link = await linkAt(world, atWard2);
    expect(await world.view(link)).toMatchObject({ kind: 'live' });
    await world.scheduler.runUntil('2025-06-30T17:01:00.000Z');
    const page = await world.view(link);
    if (page.kind !== 'dead') throw new Error('still live');
    expect(renderMovedPage(movedPageViewOf(page))).toContain('UBND Phường Bàn Cờ');
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow('no longer open');
  });

  test('the link is dead at the instant, also while the workflow fails to look', async () => {
    const { world, atWard2 } = await untilMidnight();
    const link = await linkAt(world, atWard2);
    failNext(world.faults, 'NextStepFunctionArn', { kind: 'refuse', error: 'TypeError' });
    await world.scheduler.runUntil(midnight);
    expect((await world.petition(atWard2)).task?.holder.id).toBe(DISTRICT_3);
    expect(await world.view(link)).toMatchObject({ kind: 'dead' });
  });
});

describe('a release that comes after its day', () => {
  test('moves what is open within minutes, and a former holder’s link is dead as soon as it is in force', async () => {
    const { world, publish } = worldAt(vn('2025-03-03', '09:00'), '2025-02-15');
    const id = await world.submit({}, { category: 'CCCD', place: { unit: WARD_2 } });
    await world.scheduler.runFor({ minutes: 30 });
    const before = await world.petition(id);
    expect(before.task?.holder.id).toBe('cong-an-huyen/d:770@0');
    const link = await linkAt(world, id);
    publish();
    await world.scheduler.runFor({ minutes: 1, seconds: 1 });
    expect(await world.view(link)).toMatchObject({ kind: 'dead' });
    await world.scheduler.runFor({ minutes: 5 });
    const after = await world.petition(id);
    expect(after.task?.holder.id).toBe(`cong-an-xa/${WARD_2}`);
    expect(after.task?.resolveBy).toEqual(before.task?.resolveBy);
    await expectInvariants(world, id);
  });

  test('leaves alone what an official handed over by name', async () => {
    const { world, publish } = worldAt(vn('2025-11-24', '09:00'), '2025-11-01');
    const byRule = { category: 'XD', conditions: { 'xd-so-cap': true }, place: { unit: 'w:27154@2025-07' } };
    const [ruled, named] = [await world.submit({}, byRule), await world.submit({}, byRule)];
    await world.scheduler.runFor({ minutes: 5 });
    for (const agency of ['so-noi-vu-hcm', 'phong-ktcn-sxd'])
      await world
        .decide(named, { decision: 'transfer', agency })
        .then(() => world.scheduler.runFor({ minutes: 5 }));
    expect((await world.petition(named)).task?.holder.id).toBe('phong-ktcn-sxd');
    publish();
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(ruled)).hops.at(-1)).toMatchObject({
      kind: 'function-moved',
      to: 'so-xd-hcm',
    });
    expect((await world.petition(named)).task?.holder.id).toBe('phong-ktcn-sxd');
    for (const id of [ruled, named]) await expectInvariants(world, id);
  });

  test('ends a pause first: what was left of the terms is left still', async () => {
    const { world, publish } = worldAt(vn('2025-11-24', '09:00'), '2025-11-01');
    const id = await world.submit(
      {},
      { category: 'XD', conditions: { 'xd-so-cap': true }, place: { unit: 'w:27154@2025-07' } },
    );
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'ask' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).status).toBe('WAITING_RESIDENT');
    publish();
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.told(id)).slice(-2)).toEqual(['PauseEnded', 'PetitionReassigned']);
    expect((await world.history(id)).at(-2)?.data).toMatchObject({ because: 'function-moved' });
    expect((await world.petition(id)).task?.holder.id).toBe('so-xd-hcm');
    await expectInvariants(world, id);
  });
});
