import { describe, expect, test } from 'vitest';
import type { PetitionEvent } from '../../core/events.js';
import { localDayOf, plusMs } from '../../core/time.js';
import { workingCalendar } from '../support/calendars.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CHAIRMAN, CITY, DISTRICT, smallRegisters, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';

const DAY_MS = 86_400_000;

const reminders = (history: PetitionEvent[], taskNo: number) =>
  history.flatMap((event) =>
    event.type === 'HolderReminded' && event.data.taskNo === taskNo ? [event] : [],
  );

describe('a petition that nobody answers', () => {
  test('climbs ward, district, city, chairman, each with its own terms, and the last is reminded each working day', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ days: 45 });
    const petition = await world.petition(id);
    expect(petition.hops.map((hop) => [hop.kind, hop.to])).toEqual([
      ['routed', WARD.id],
      ['escalated', DISTRICT.id],
      ['escalated', CITY.id],
      ['escalated', CHAIRMAN.id],
    ]);
    expect(petition).toMatchObject({ status: 'ASSIGNED', escalations: 3, task: { isLastOwner: true } });

    const history = await world.history(id);
    const dueAt = petition.task?.resolveBy?.at ?? '';
    const afterDue = reminders(history, 4).filter((event) => event.at > dueAt);
    const days = afterDue.map((event) => localDayOf(event.at));
    const workingDays: string[] = [];
    for (let at = plusMs(dueAt, DAY_MS); localDayOf(at) <= localDayOf(world.now); at = plusMs(at, DAY_MS))
      if (workingCalendar.isWorkingDay(localDayOf(at))) workingDays.push(localDayOf(at));
    expect(workingDays.length).toBeGreaterThan(10);
    expect(days).toEqual(workingDays);
    expect(afterDue.every((event) => event.data.kind === 'overdue')).toBe(true);
    await expectInvariants(world, id);
  });

  test('is brought up before it is due, then each working morning; the first overdue reminder also to the head', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ days: 7 });
    const sent = reminders(await world.history(id), 1);
    expect(sent.map(({ data }) => [data.kind, localDayOf(data.planned), data.copyToHead])).toEqual([
      ['before-due', '2025-03-04', false],
      ['overdue', '2025-03-05', true],
      ['overdue', '2025-03-06', false],
      ['overdue', '2025-03-07', false],
      ['overdue', '2025-03-10', false],
    ]);
    expect(world.fakes.mailer.to(`head@${WARD.id}.example`).map((mail) => mail.subject)).toEqual(['overdue']);
  });

  test('never reminds twice for the same planned instant, nor two at once', async () => {
    const world = new World();
    const id = await world.submit();
    await world.scheduler.runFor({ days: 45 });
    for (const taskNo of [1, 2, 3, 4]) {
      const planned = reminders(await world.history(id), taskNo).map((event) => event.data.planned);
      expect(new Set(planned).size).toBe(planned.length);
    }
    const times = (await world.history(id))
      .filter((event) => event.type === 'HolderReminded')
      .map((event) => event.at);
    for (const [i, at] of times.entries())
      if (i > 0) expect(Date.parse(at) - Date.parse(times[i - 1] ?? '')).toBeGreaterThan(3_600_000);
  });

  test('of the Party and Front lane is never late: its leader is asked each working day from the day of follow-up', async () => {
    const world = new World({ registers: smallRegisters({ lane: 'party' }) });
    const id = await world.submit();
    await world.scheduler.runFor({ days: 45 });
    const history = await world.history(id);
    expect(history.some((event) => event.type === 'PetitionEscalated')).toBe(false);
    const asked = reminders(history, 1);
    expect(new Set(asked.map((event) => event.data.kind))).toEqual(new Set(['follow-up']));
    const followUpAt = (await world.petition(id)).task?.followUpAt?.at ?? '';
    expect(asked[0]?.data.planned).toBe(followUpAt);
    expect(asked.length).toBeGreaterThan(5);
    await expectInvariants(world, id);
  });
});
