import { describe, expect, test } from 'vitest';
import type { Closure } from '../../core/deadline/closure.js';
import type { RegistryParts } from '../../core/registry/parts.js';
import type { Instant } from '../../core/time.js';
import { readParts } from '../../registry/read-parts.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { publishedRegisters } from '../support/asl/shipped-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';

const parts = readParts();
const BAN_CO = 'w:27154@2025-07';
const XUAN_HOA = 'w:27139@2025-07';
/** A Monday without a holiday near it. */
const MONDAY = vn('2026-09-07', '09:00');

const storm = (days: string[], units = [BAN_CO]): Closure => ({
  id: 'bao-thu-2026',
  units,
  days,
  reason: 'storm',
  basis: '12/CĐ-UBND (thử)',
  status: 'assumed',
});

const worldAt = (now: Instant, first: RegistryParts = parts) => {
  const worlds: World[] = [];
  const { registers, publish } = publishedRegisters(first, () => Date.parse(worlds[0]?.now ?? now));
  const world = new World({ now, registers });
  worlds.push(world);
  return { world, publish };
};

const submitAt = async (world: World, unit = BAN_CO): Promise<string> => {
  const id = await world.submit({}, { category: 'VSMT', place: { unit } });
  await world.scheduler.runFor({ minutes: 10 });
  return id;
};

const dueOf = async (world: World, id: string): Promise<[string | undefined, string | undefined]> => {
  const { task, promised } = await world.petition(id);
  return [task?.resolveBy?.at, promised.resolveBy?.at];
};

const mailsAfter = (world: World, sent: number, kind: string): number =>
  world.fakes.mailer.sent.slice(sent).filter(({ subject }) => subject === kind).length;

describe('a storm closes the offices of a ward', () => {
  test('its open deadlines move by the days lost, with an event and a word to holder and resident; the legal term stays', async () => {
    const { world, publish } = worldAt(MONDAY);
    const [hit, elsewhere] = [await submitAt(world), await submitAt(world, XUAN_HOA)];
    await world.decide(hit, { decision: 'accept' });
    const before = { hit: await world.petition(hit), elsewhere: await world.petition(elsewhere) };
    expect(await dueOf(world, hit)).toEqual([vn('2026-09-10', '17:00'), vn('2026-09-10', '17:00')]);
    await world.scheduler.runUntil(vn('2026-09-08', '10:00'));
    const sent = world.fakes.mailer.sent.length;
    publish({ ...parts, closures: [storm(['2026-09-09', '2026-09-10'])] });
    await world.scheduler.runFor({ hours: 2 });
    expect(await dueOf(world, hit)).toEqual([vn('2026-09-14', '17:00'), vn('2026-09-14', '17:00')]);
    const after = await world.petition(hit);
    expect(after.promised.firstNoticeBy).toEqual(before.hit.promised.firstNoticeBy);
    expect(after.task?.acceptBy).toEqual(before.hit.task?.acceptBy);
    const recounts = (await world.history(hit)).filter(({ type }) => type === 'DeadlinesRecounted');
    expect(recounts).toHaveLength(1);
    expect(recounts[0]?.release).toBe(await world.registers.releaseId());
    expect(mailsAfter(world, sent, 'deadline-moved')).toBe(1);
    expect(mailsAfter(world, sent, 'date-moved')).toBe(1);
    expect((await world.petition(elsewhere)).promised).toEqual(before.elsewhere.promised);
    expect(await world.told(elsewhere)).not.toContain('DeadlinesRecounted');
    for (const id of [hit, elsewhere]) await expectInvariants(world, id);
  });

  test('nobody is late by the old deadline, and everybody by the new one; the links go on', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    await world.decide(id, { decision: 'accept' });
    const link = await world.linkOf(id);
    await world.scheduler.runUntil(vn('2026-09-10', '16:30'));
    publish({ ...parts, closures: [storm(['2026-09-10'])] });
    await world.scheduler.runUntil(vn('2026-09-11', '16:59'));
    expect(await world.told(id)).not.toContain('PetitionEscalated');
    expect(await world.view(link ?? '')).toMatchObject({ kind: 'live' });
    await world.scheduler.runUntil(vn('2026-09-11', '17:05'));
    expect(await world.told(id)).toContain('PetitionEscalated');
    await expectInvariants(world, id);
  });

  test('a petition that comes later counts on the new calendar at once, without an event', async () => {
    const { world, publish } = worldAt(MONDAY);
    publish({ ...parts, closures: [storm(['2026-09-09'])] });
    await world.scheduler.runFor({ minutes: 5 });
    const id = await submitAt(world);
    expect(await dueOf(world, id)).toEqual([vn('2026-09-11', '17:00'), vn('2026-09-11', '17:00')]);
    await world.scheduler.runUntil(vn('2026-09-11', '12:00'));
    expect(await world.told(id)).not.toContain('DeadlinesRecounted');
  });

  test('called off again, the days come back, but not from one hour to the next', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    await world.decide(id, { decision: 'accept' });
    publish({ ...parts, closures: [storm(['2026-09-09', '2026-09-10'])] });
    await world.scheduler.runFor({ hours: 1 });
    publish(parts);
    await world.scheduler.runFor({ hours: 1 });
    expect(await dueOf(world, id)).toEqual([vn('2026-09-10', '17:00'), vn('2026-09-10', '17:00')]);
    expect((await world.told(id)).filter((type) => type === 'DeadlinesRecounted')).toHaveLength(2);
    await expectInvariants(world, id);
  });

  test('while the clock stands still, the time for the resident’s answer and the holder’s term both move', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    await world.decide(id, { decision: 'ask' });
    await world.scheduler.runFor({ minutes: 5 });
    const until = (await world.petition(id)).task?.pause?.until.at;
    publish({ ...parts, closures: [storm(['2026-09-10'])] });
    await world.scheduler.runFor({ hours: 1 });
    const paused = await world.petition(id);
    expect(until).toBe(vn('2026-09-21', '17:00'));
    expect(paused.status).toBe('WAITING_RESIDENT');
    expect(paused.task?.pause?.until.at).toBe(vn('2026-09-22', '17:00'));
    expect(paused.task?.resolveBy?.at).toBe(vn('2026-09-11', '17:00'));
    await world.scheduler.runUntil(vn('2026-09-22', '17:05'));
    expect(await world.told(id)).toContain('PauseEnded');
    await expectInvariants(world, id);
  });

  test('the resident’s time to object moves with it once the answer has arrived', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    await world.decide(id, { decision: 'resolve', noEvidenceReason: 'Đã dọn ngay khi kiểm tra.' });
    await world.scheduler.runFor({ minutes: 10 });
    const until = (await world.petition(id)).feedbackUntil?.at;
    publish({ ...parts, closures: [storm(['2026-09-10'])] });
    await world.scheduler.runFor({ hours: 1 });
    const after = await world.petition(id);
    expect(until).toBe(vn('2026-09-14', '17:00'));
    expect(after.feedbackUntil?.at).toBe(vn('2026-09-15', '17:00'));
    await world.scheduler.runUntil(vn('2026-09-15', '17:05'));
    expect((await world.petition(id)).status).toBe('CLOSED');
    await expectInvariants(world, id);
  });

  test('whoever was asked for support has the days too', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    await world.decide(id, {
      decision: 'request-support',
      text: 'Xin cho biết hiện trạng.',
      supports: [`cong-an-xa/${BAN_CO}`],
    });
    await world.scheduler.runFor({ minutes: 5 });
    const dueOfSupport = async () => (await world.petition(id)).supports[0]?.dueBy.at;
    expect(await dueOfSupport()).toBe(vn('2026-09-09', '17:00'));
    publish({ ...parts, closures: [storm(['2026-09-08', '2026-09-09'])] });
    await world.scheduler.runUntil(vn('2026-09-11', '16:00'));
    expect(await dueOfSupport()).toBe(vn('2026-09-11', '17:00'));
    expect(await world.told(id)).not.toContain('SupportEscalated');
    await expectInvariants(world, id);
  });

  test('a crash after the recount is committed repeats nothing', async () => {
    const { world, publish } = worldAt(MONDAY);
    const id = await submitAt(world);
    publish({ ...parts, closures: [storm(['2026-09-09'])] });
    for (let times = 0; times < 3; times += 1)
      failNext(world.faults, 'NextStepFunctionArn', { kind: 'lose-answer' });
    await world.scheduler.runFor({ hours: 3 });
    expect((await world.told(id)).filter((type) => type === 'DeadlinesRecounted')).toHaveLength(1);
    await expectInvariants(world, id);
  });
});

describe('a year is loaded at last', () => {
  const without2027 = { ...parts, calendars: parts.calendars.filter(({ year }) => year < 2027) };

  test('deadlines over the New Year are no longer provisional, and move off its days', async () => {
    const { world, publish } = worldAt(vn('2026-12-29', '09:00'), without2027);
    const id = await submitAt(world);
    expect((await world.petition(id)).promised.resolveBy).toMatchObject({
      at: vn('2027-01-01', '17:00'),
      provisional: true,
    });
    publish({
      ...parts,
      calendars: parts.calendars.map((year) =>
        year.year === 2027 ? { ...year, status: 'final' as const, notices: ['thử'] } : year,
      ),
    });
    await world.scheduler.runFor({ hours: 1 });
    expect((await world.petition(id)).promised.resolveBy).toMatchObject({
      at: vn('2027-01-04', '17:00'),
      provisional: false,
    });
    expect((await world.petition(id)).promised.firstNoticeBy).toMatchObject({ provisional: false });
    await expectInvariants(world, id);
  });
});
