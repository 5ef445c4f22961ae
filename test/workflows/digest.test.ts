import { describe, expect, test } from 'vitest';
import { viewDigest } from '../../core/use-cases/view-digest.js';
import type { StoredNotice } from '../../core/ports/notices.js';
import { localDayOf } from '../../core/time.js';
import { parseNoticeItem } from '../../adapters/dynamodb/notice-item.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { smallRegisters, WARD } from '../support/asl/small-registers.js';
import { aContact } from '../support/builders/link-builder.js';
import { World } from '../support/asl/world.js';

const MAIN = `main@${WARD.id}.example`;
const HEAD = `head@${WARD.id}.example`;
const OFFICE = `office-1@${WARD.id}.example`;

/** A world where the ward is mailed one by one up to three open tasks. */
const worldWith = async (tasks: number): Promise<{ world: World; ids: string[] }> => {
  const world = new World({ registers: smallRegisters({ digestOver: 3 }) });
  const ids: string[] = [];
  for (let i = 0; i < tasks; i++) ids.push(await world.submit());
  return { world, ids };
};

const noticesOf = (world: World): StoredNotice[] =>
  world.fakes.database
    .all('Petitions')
    .filter(({ sk }) => sk.startsWith('NOTICE#'))
    .map(parseNoticeItem);

/** Reminders for the ward's main contact, by the day for which they were promised. */
const remindersOf = (world: World): Map<string, StoredNotice[]> => {
  const byDay = new Map<string, StoredNotice[]>();
  for (const notice of noticesOf(world)) {
    const { kind, to, sendAfter } = notice;
    const isToMain = to.kind === 'agency' && to.agencyId === WARD.id && to.role === 'main';
    if (!isToMain || (kind !== 'reminder' && kind !== 'overdue')) continue;
    const day = localDayOf(sendAfter);
    byDay.set(day, [...(byDay.get(day) ?? []), notice]);
  }
  return byDay;
};

describe('an agency with many open tasks', () => {
  test('gets one digest on each day with reminders, in office hours, and every reminder is on record in it', async () => {
    const { world, ids } = await worldWith(6);
    await world.scheduler.runFor({ days: 6 });
    const byDay = remindersOf(world);
    expect([...byDay.keys()]).toEqual(['2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07']);
    for (const [day, notices] of byDay) {
      expect(notices.length).toBe(ids.length);
      const carriers = notices.filter(({ digestDay }) => digestDay !== undefined);
      expect(carriers).toMatchObject([{ status: 'SENT', digestDay: day }]);
      const [carrier] = carriers;
      for (const notice of notices.filter((each) => each !== carrier))
        expect(notice).toMatchObject({
          status: 'COVERED',
          coveredBy: { petitionId: carrier?.petitionId, id: carrier?.id },
        });
      expect(localDayOf(carrier?.sentAt ?? '')).toBe(day);
    }
    const subjects = world.fakes.mailer.to(MAIN).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'digest')).toHaveLength(byDay.size);
    // New tasks are mailed one by one, and so are the copies for the head.
    expect(subjects.filter((subject) => subject === 'assignment')).toHaveLength(ids.length);
    expect(subjects.filter((subject) => subject === 'reminder' || subject === 'overdue')).toEqual([]);
    expect(world.fakes.mailer.to(HEAD).filter(({ subject }) => subject === 'overdue')).toHaveLength(
      ids.length,
    );
    for (const id of ids) await expectInvariants(world, id);
  });

  test('loses no reminder when it drops below: the next day each task is mailed by itself again', async () => {
    const { world, ids } = await worldWith(4);
    await world.scheduler.runFor({ days: 1, hours: 10 });
    expect(world.fakes.mailer.to(MAIN).at(-1)?.subject).toBe('digest');
    await world.decide(ids[0] ?? '', { decision: 'resolve' });
    await world.scheduler.runFor({ days: 1 });
    const today = world.fakes.mailer.to(MAIN).slice(-3);
    expect(today.map(({ subject }) => subject)).toEqual(['overdue', 'overdue', 'overdue']);
    const reminders = [...remindersOf(world).values()].flat();
    expect(reminders.every(({ status }) => status === 'SENT' || status === 'COVERED')).toBe(true);
  });

  test('gets the digest at least once and at most twice when the mail service does not answer', async () => {
    const { world } = await worldWith(4);
    await world.scheduler.runFor({ hours: 20 });
    world.fakes.mailer.failNext('lost-answer', 'lost-answer', 'lost-answer', 'lost-answer');
    await world.scheduler.runFor({ days: 1 });
    const day = remindersOf(world).get('2025-03-04') ?? [];
    const digests = world.fakes.mailer.to(MAIN).filter(({ subject }) => subject === 'digest');
    expect(digests.length).toBe(2);
    expect(new Set(digests.map(({ text }) => text)).size).toBe(1);
    expect(day.filter(({ digestDay }) => digestDay !== undefined)).toMatchObject([
      { status: 'WORKLIST', attempts: 2 },
    ]);
  });

  test('leaves alone what was handed to an office: it hears of its own task, and the desk of all the others', async () => {
    const { world, ids } = await worldWith(5);
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(ids[0] ?? '', { decision: 'assign', contact: 'office-1' });
    await world.scheduler.runFor({ days: 2 });
    const kinds = (to: string) => world.fakes.mailer.to(to).map(({ subject }) => subject);
    expect(kinds(OFFICE)).not.toContain('digest');
    expect(kinds(OFFICE).some((kind) => ['reminder', 'overdue'].includes(kind))).toBe(true);
    expect(kinds(MAIN)).toContain('digest');
  });

  test('opens its list by the one link and finds there what the mails would have said', async () => {
    const { world, ids } = await worldWith(5);
    await world.scheduler.runFor({ days: 1, hours: 10 });
    const link = world.fakes.mailer.to(MAIN).at(-1)?.text.split('/d/')[1] ?? '';
    const deps = {
      ...world.fakes,
      registers: world.registers,
      linkKeyVersion: '1',
      contacts: { addressSince: () => Promise.resolve(aContact().addressSince) },
    };
    const list = await viewDigest(deps, link);
    expect(list.kind === 'live' && list.tasks.map(({ petition }) => petition.id).sort()).toEqual(
      [...ids].sort(),
    );
  });
});
