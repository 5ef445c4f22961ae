import { expect, test } from 'vitest';
import type { RegistryParts } from '../../core/registry/parts.js';
import type { Instant } from '../../core/time.js';
import { readParts } from '../../registry/read-parts.js';
import { asKnownOn } from '../support/as-known-on.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { publishedRegisters } from '../support/asl/shipped-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';
import { FOLLOWER, link } from './duplicating.js';
import { WITHDRAW } from './resident.js';

const parts = readParts();
const BAN_CO = 'w:27154@2025-07';

const worldAt = (now: Instant, first: RegistryParts) => {
  const worlds: World[] = [];
  const { registers, publish } = publishedRegisters(first, () => Date.parse(worlds[0]?.now ?? now));
  const world = new World({ now, registers });
  worlds.push(world);
  return { world, publish };
};

type Submission = Parameters<World['submit']>[1];

/** Linked to another one until that one is withdrawn: after ten minutes, or at `until`. */
const returnedTo = async (
  world: World,
  submission: NonNullable<Submission>,
  until?: Instant,
): Promise<string> => {
  const main = await world.submit({}, submission);
  const follower = await world.submit({ email: FOLLOWER }, submission);
  await world.scheduler.runFor({ minutes: 10 });
  await link(world, follower, main);
  await (until === undefined ? world.scheduler.runFor({ minutes: 10 }) : world.scheduler.runUntil(until));
  await world.hear(main, WITHDRAW);
  await world.scheduler.runFor({ minutes: 10 });
  expect((await world.petition(follower)).hops.at(-1)?.kind).toBe('returned');
  return follower;
};

test('a duplicate that returned moves with the competence like any other petition', async () => {
  const { world, publish } = worldAt(vn('2025-11-24', '09:00'), asKnownOn(parts, '2025-11-01'));
  const id = await returnedTo(world, {
    category: 'XD',
    conditions: { 'xd-so-cap': true },
    place: { unit: BAN_CO },
  });
  const before = await world.petition(id);
  publish(parts);
  await world.scheduler.runFor({ minutes: 10 });
  const after = await world.petition(id);
  expect(after.hops.at(-1)).toMatchObject({ kind: 'function-moved', to: 'so-xd-hcm' });
  expect(after.task?.resolveBy).toEqual(before.task?.resolveBy);
  await expectInvariants(world, id);
});

test('a duplicate whose holder has lost the matter meanwhile returns to whoever has it now', async () => {
  const { world, publish } = worldAt(vn('2025-11-24', '09:00'), asKnownOn(parts, '2025-11-01'));
  const of = { category: 'XD', conditions: { 'xd-so-cap': true }, place: { unit: BAN_CO } };
  const main = await world.submit({}, of);
  const follower = await world.submit({ email: FOLLOWER }, of);
  await world.scheduler.runFor({ minutes: 10 });
  await link(world, follower, main);
  await world.scheduler.runFor({ minutes: 10 });
  await world.hear(main, WITHDRAW);
  // Both at once: the return is decided by the registry of that instant.
  publish(parts);
  await world.scheduler.runFor({ minutes: 20 });
  expect((await world.petition(follower)).task?.holder.id).toBe('so-xd-hcm');
  await expectInvariants(world, follower);
});

test('a storm of the days before the return moves its term, as it moves the promise', async () => {
  const { world, publish } = worldAt(vn('2026-09-07', '09:00'), parts);
  const id = await returnedTo(
    world,
    { category: 'VSMT', place: { unit: BAN_CO } },
    vn('2026-09-09', '09:00'),
  );
  await world.decide(id, { decision: 'accept' });
  expect((await world.petition(id)).task?.resolveBy?.at).toBe(vn('2026-09-10', '17:00'));
  publish({
    ...parts,
    closures: [
      {
        ...{ id: 'bao-thu-2026', units: [BAN_CO], days: ['2026-09-08'], reason: 'storm' },
        ...{ basis: '12/CĐ-UBND (thử)', status: 'assumed' },
      },
    ],
  });
  await world.scheduler.runFor({ hours: 2 });
  const { task, promised } = await world.petition(id);
  expect([task?.resolveBy?.at, promised.resolveBy?.at]).toEqual([
    vn('2026-09-11', '17:00'),
    vn('2026-09-11', '17:00'),
  ]);
  await expectInvariants(world, id);
});
