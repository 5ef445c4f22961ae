import { describe, expect, test } from 'vitest';
import { parseNoticeItem } from '../../adapters/dynamodb/notice-item.js';
import { endOfTenure } from '../../core/petition/tenure.js';
import type { Petition } from '../../core/petition/petition.js';
import { localDayOf, plusMs, startOfDay } from '../../core/time.js';
import { asKnownOn } from '../support/as-known-on.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { publishedRegisters } from '../support/asl/shipped-registers.js';
import { World } from '../support/asl/world.js';
import { vn } from '../support/instants.js';
import { REFORMS, type ReformCase, type ReformMatter } from '../support/reform-cases.js';
import { reformParts } from '../support/reform-registries.js';

/** Open petitions of one day; the reconciler, the relay and the mails of all of them are the deployed code. */
const PETITIONS = 500;
const MINUTE_MS = 60_000;

interface Opened {
  world: World;
  petitions: { matter: ReformMatter; before: Petition }[];
}

const parts = reformParts();

/** Hands them in over a quarter of an hour, then publishes the reform: nobody knew of it when they were routed. */
const openAndPublish = async ({ knownOn, opened, matters }: ReformCase): Promise<Opened> => {
  const worlds: World[] = [];
  const nowMs = () => Date.parse(worlds[0]?.now ?? opened);
  const { registers, publish } = publishedRegisters(asKnownOn(parts, knownOn), nowMs);
  const world = new World({ now: opened, registers });
  worlds.push(world);
  const handedIn: { id: string; matter: ReformMatter }[] = [];
  for (let n = 0; n < PETITIONS; n++) {
    const matter = matters[n % matters.length] ?? matters[0];
    if (matter === undefined) throw new Error('no matter');
    const { category, unit, conditions = {}, receivedBy = null } = matter;
    const email = `dan-${n}@kien-nghi.example`;
    const id = await world.submit({ email }, { category, conditions, receivedBy, place: { unit } });
    handedIn.push({ id, matter });
    await world.scheduler.runFor({ seconds: 1 });
  }
  await world.scheduler.runFor({ minutes: 5 });
  const petitions = [];
  for (const { id, matter } of handedIn) petitions.push({ matter, before: await world.petition(id) });
  publish(parts);
  await world.scheduler.runFor({ minutes: 30 });
  return { world, petitions };
};

const noticesOf = (world: World, petitionId: string, seq: number) =>
  world.fakes.database
    .query('Petitions', `PET#${petitionId}`)
    .filter((item) => item.sk.startsWith('NOTICE#'))
    .map(parseNoticeItem)
    .filter((notice) => notice.seq === seq);

describe.each(REFORMS)(
  'the reform of $day, published after its petitions',
  { timeout: 120_000 },
  (reform) => {
    const midnight = startOfDay(reform.day);
    let opened: Opened;

    test('finds every petition with the holder of its day, and wakes none of them before its time', async () => {
      opened = await openAndPublish(reform);
      const { world, petitions } = opened;
      for (const { matter, before } of petitions) {
        expect(before.task?.holder.id).toBe(matter.from);
        expect(before.task?.holderValidTo).toBeNull();
        expect((await world.petition(before.id)).hops).toHaveLength(1);
        const { wakeAt } = await world.thread(before.id);
        if (matter.why !== 'stays') expect((wakeAt ?? '9999') <= midnight).toBe(true);
      }
      expect(await world.fakes.walks.load()).toMatchObject({ left: {} });
    });

    test('moves them all in the first minute of the day, each once, on its running clock', async () => {
      const { world, petitions } = opened;
      await world.scheduler.runUntil(plusMs(midnight, -1));
      for (const { before } of petitions) expect((await world.petition(before.id)).hops).toHaveLength(1);
      await world.scheduler.runUntil(plusMs(midnight, MINUTE_MS));
      for (const { matter, before } of petitions) {
        const after = await world.petition(before.id);
        expect(after.task?.holder.id).toBe(matter.to);
        expect(after.receivedAt).toBe(before.receivedAt);
        expect(after.promised).toEqual(before.promised);
        if (matter.why === 'stays') expect(after.hops).toHaveLength(1);
        else
          expect(after.hops.slice(1)).toMatchObject([{ kind: matter.why, from: matter.from, to: matter.to }]);
        if (matter.why !== 'triage') expect(after.task?.resolveBy).toEqual(before.task?.resolveBy);
      }
    });

    test('tells holders in the morning, spread over half an hour, and residents, nobody twice', async () => {
      const { world, petitions } = opened;
      await world.scheduler.runUntil(vn(reform.morning, '08:05'));
      const perMinute = new Map<string, number>();
      for (const { matter, before } of petitions.filter(({ matter: { why } }) => why !== 'stays')) {
        const moved = (await world.history(before.id)).filter(({ type }) => type === 'PetitionReassigned');
        expect(moved).toHaveLength(1);
        const notices = noticesOf(world, before.id, moved[0]?.seq ?? 0);
        expect(notices.filter(({ kind }) => kind === 'assignment')).toMatchObject([
          { to: { agencyId: matter.to } },
        ]);
        expect(notices.filter(({ to }) => to.kind === 'resident')).toMatchObject([{ kind: 'moved' }]);
        const agencies = notices.flatMap(({ to }) => (to.kind === 'agency' ? [to.agencyId] : []));
        expect(agencies).toContain(matter.from);
        expect(new Set(agencies).size).toBe(agencies.length);
        for (const notice of notices) {
          expect(notice).toMatchObject({ status: 'SENT', attempts: 1 });
          if (notice.to.kind === 'resident') continue;
          expect(localDayOf(notice.sendAfter)).toBe(reform.morning);
          const minute = notice.sendAfter.slice(11, 16);
          expect(minute >= '00:30' && minute < '01:00', minute).toBe(true);
          if (notice.kind === 'assignment') perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
        }
        expect(world.fakes.mailer.to(`main@${matter.to}.example`).length).toBeGreaterThan(0);
      }
      const busiest = Math.max(...perMinute.values());
      const all = [...perMinute.values()].reduce((sum, count) => sum + count, 0);
      expect(perMinute.size).toBeGreaterThan(25);
      expect(busiest).toBeLessThan((all / 30) * 3);
      const links = world.fakes.mailer.sent.filter(({ subject }) => subject === 'assignment');
      expect(new Set(links.map(({ text }) => text)).size).toBe(links.length);
      const toResidents = world.fakes.mailer.sent.filter(({ subject }) => subject === 'moved');
      expect(new Set(toResidents.map(({ to }) => to)).size).toBe(toResidents.length);
    });

    test('leaves every open petition with one rightful holder, a next wake-up and a sound history', async () => {
      const { world, petitions } = opened;
      for (const { before } of petitions) {
        const petition = await world.petition(before.id);
        const jurisdiction = await world.registers.jurisdiction(petition.provinceId);
        const end = endOfTenure(petition, jurisdiction);
        expect(petition.task).not.toBeNull();
        expect(end === null || end.at > world.now).toBe(true);
        expect((await world.thread(before.id)).wakeAt ?? '').toMatch(/^20/);
        expect(((await world.thread(before.id)).wakeAt ?? '') > world.now).toBe(true);
        await expectInvariants(world, before.id);
      }
    });
  },
);
