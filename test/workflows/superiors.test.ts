import { describe, expect, test } from 'vitest';
import { TaskClosedError } from '../../core/errors.js';
import { isLate } from '../../core/petition/petition.js';
import { localDayOf, plusMs } from '../../core/time.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CHAIRMAN, CITY, DISTRICT, NEIGHBOUR, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { refused } from './refused.js';

const DAY_MS = 86_400_000;

const begun = async (): Promise<{ world: World; id: string }> => {
  const world = new World();
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

const hopsOf = async (world: World, id: string) =>
  (await world.petition(id)).hops.map(({ kind, to }) => [kind, to]);

const passOn = async (world: World, id: string, agency: string): Promise<void> => {
  await world.decide(id, { decision: 'transfer', agency });
  await world.scheduler.runFor({ days: 1 });
};

/** Runs until the holder of the task number has the petition. */
const untilTask = async (world: World, id: string, no: number): Promise<void> => {
  for (let i = 0; i < 60 && (await world.petition(id)).task?.no !== no; i++)
    await world.scheduler.runFor({ hours: 12 });
  await world.scheduler.runFor({ hours: 12 });
  expect((await world.petition(id)).task?.no).toBe(no);
};

/** The link of the superior that was asked. */
const requestLink = (world: World): string => {
  const mail = world.fakes.mailer.sent.findLast(({ subject }) => subject === 'extension-requested');
  return mail?.text.split('/t/')[1] ?? '';
};

const ASK = { decision: 'request-extension', until: '2025-03-28' } as const;

describe('transfers that are used up', () => {
  test('go to the common superior, who names the unit; it settles the matter or goes up, and the clock runs on', async () => {
    const { world, id } = await begun();
    const { resolveBy } = (await world.petition(id)).task!;
    await passOn(world, id, NEIGHBOUR.id);
    await passOn(world, id, WARD.id);
    expect(await refused(world.decide(id, { decision: 'transfer', agency: NEIGHBOUR.id }))).toEqual([
      'transfers-used-up',
    ]);
    await world.decide(id, { decision: 'refer-up' });
    await world.scheduler.runFor({ minutes: 10 });
    const before = await world.petition(id);
    expect(before.task).toMatchObject({ holder: DISTRICT, resolveBy });
    expect(world.fakes.mailer.to(`main@${DISTRICT.id}.example`).at(-1)?.subject).toBe('arbitrate');

    const shown = await world.view((await world.linkOf(id)) ?? '');
    expect(shown.kind === 'live' && shown.superior.targets.map((unit) => unit.id)).toEqual([
      WARD.id,
      NEIGHBOUR.id,
    ]);
    expect(await refused(world.decide(id, { decision: 'direct', agency: CITY.id }))).toEqual(['not-below']);
    await world.decide(id, { decision: 'direct', agency: NEIGHBOUR.id });
    await world.scheduler.runFor({ minutes: 10 });
    const named = await world.petition(id);
    expect(named.task).toMatchObject({ holder: NEIGHBOUR, resolveBy });
    expect(named).toMatchObject({ transfers: before.transfers, receivedAt: before.receivedAt });
    for (const decision of ['transfer', 'refer-up'] as const)
      expect(await refused(world.decide(id, { decision, agency: WARD.id }))).not.toEqual([]);
    await world.decide(id, { decision: 'beyond-competence' });
    expect((await hopsOf(world, id)).map(([kind]) => kind)).toEqual([
      ...['routed', 'transferred', 'transferred', 'arbitration', 'directed', 'beyond-competence'],
    ]);
    await expectInvariants(world, id);
  });

  test('are needed first: nobody goes to the superior while a transfer is left', async () => {
    const { world, id } = await begun();
    expect(await refused(world.decide(id, { decision: 'refer-up' }))).toEqual(['transfers-left']);
    expect(await refused(world.decide(id, { decision: 'direct', agency: WARD.id }))).toEqual([
      'not-a-superior',
    ]);
  });
});

describe('what came up to a superior', () => {
  test('goes back to the former holder with a date; missed again, it comes back, and the broken promise stays broken', async () => {
    const { world, id } = await begun();
    await untilTask(world, id, 2);
    const own = (await world.petition(id)).task?.resolveBy?.at ?? '';
    const tooLate = localDayOf(plusMs(own, DAY_MS));
    expect(await refused(world.decide(id, { decision: 'direct', agency: WARD.id, until: tooLate }))).toEqual([
      'later-than-own',
    ]);
    const until = '2025-03-13';
    await world.decide(id, { decision: 'direct', agency: WARD.id, until });
    await world.scheduler.runFor({ minutes: 10 });
    const back = await world.petition(id);
    expect(back).toMatchObject({ transfers: 0, task: { no: 3, holder: WARD } });
    expect(localDayOf(back.task?.resolveBy?.at ?? '')).toBe(until);
    expect(back.dateMoves).toMatchObject([{ kind: 'directed', from: own }]);
    expect(isLate(back, world.now)).toBe(true);

    await untilTask(world, id, 4);
    expect(await hopsOf(world, id)).toEqual([
      ['routed', WARD.id],
      ['escalated', DISTRICT.id],
      ['directed', WARD.id],
      ['escalated', DISTRICT.id],
    ]);
    expect(isLate(await world.petition(id), world.now)).toBe(true);
    await world.decide(id, { decision: 'direct', agency: NEIGHBOUR.id });
    expect((await world.petition(id)).task?.holder).toEqual(NEIGHBOUR);
    await expectInvariants(world, id);
  });
});

describe('more time than the holder may take alone', () => {
  test('is asked of the superior, by a link of its own; approved, the date moves and the resident is told', async () => {
    const { world, id } = await begun();
    expect(await refused(world.decide(id, { ...ASK, until: '2025-03-12' }))).toEqual(['within-own-limit']);
    expect(await refused(world.decide(id, { ...ASK, until: '2025-12-01' }))).toEqual(['too-late']);
    await world.decide(id, ASK);
    await world.scheduler.runFor({ minutes: 10 });
    const before = await world.petition(id);
    expect(before.task).toMatchObject({ holder: WARD, no: 1, extensionRequest: { superior: DISTRICT } });
    const link = requestLink(world);
    expect(link).not.toBe(await world.linkOf(id));
    expect((await world.view(link)).kind).toBe('dead');
    await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toThrow(TaskClosedError);
    expect(await refused(world.decide(id, ASK))).toEqual(['request-open']);

    await world.answerBy(link, 'approve-extension');
    await world.scheduler.runFor({ minutes: 10 });
    const after = await world.petition(id);
    expect(localDayOf(after.task?.resolveBy?.at ?? '')).toBe(ASK.until);
    expect(after.promised.resolveBy?.at).toBe(after.task?.resolveBy?.at);
    expect(after.dateMoves).toMatchObject([{ kind: 'approved', from: before.task?.resolveBy?.at }]);
    expect(world.fakes.mailer.to('dan@kien-nghi.example').at(-1)?.subject).toBe('extended');
    await expect(world.answerBy(link, 'refuse-extension')).rejects.toThrow(TaskClosedError);
    // The holder's own link was alive all the time.
    await world.decide(id, { decision: 'resolve' });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    await expectInvariants(world, id);
  });

  test('is refused with a reason, and the holder is told', async () => {
    const { world, id } = await begun();
    await world.decide(id, ASK);
    await world.scheduler.runFor({ minutes: 10 });
    const { resolveBy } = (await world.petition(id)).task!;
    expect(await refused(world.answerBy(requestLink(world), 'refuse-extension', null))).toEqual(['required']);
    await world.answerBy(requestLink(world), 'refuse-extension');
    await world.scheduler.runFor({ minutes: 10 });
    expect((await world.petition(id)).task).toMatchObject({ resolveBy, extensionRequest: null });
    expect(world.fakes.mailer.to(`main@${WARD.id}.example`).at(-1)?.subject).toBe('extension-refused');
  });

  test('lapses with the deadline: the petition goes up as ever', async () => {
    const { world, id } = await begun();
    await world.decide(id, ASK);
    await world.scheduler.runFor({ minutes: 10 });
    await untilTask(world, id, 2);
    expect(await hopsOf(world, id)).toEqual([
      ['routed', WARD.id],
      ['escalated', DISTRICT.id],
    ]);
    await expect(world.answerBy(requestLink(world), 'approve-extension')).rejects.toThrow(TaskClosedError);
    await expectInvariants(world, id);
  });

  test('cannot be asked for by the last owner', async () => {
    const { world, id } = await begun();
    for (let i = 0; i < 3; i++) {
      await world.decide(id, { decision: 'beyond-competence' });
      await world.scheduler.runFor({ minutes: 10 });
    }
    expect((await world.petition(id)).task?.holder).toEqual(CHAIRMAN);
    expect(await refused(world.decide(id, ASK))).toEqual(['nobody-above']);
  });
});

describe('the holder of a late petition', () => {
  test('owes a day with its note; a missed one goes one level further before its own deadline', async () => {
    const { world, id } = await begun();
    expect(await refused(world.decide(id, { decision: 'commit', until: '2025-03-06' }))).toEqual([
      'not-late',
    ]);
    await untilTask(world, id, 2);
    expect(await refused(world.decide(id, { decision: 'note' }))).toEqual(['commitment-needed']);
    expect(await refused(world.decide(id, { decision: 'commit', until: '2025-06-02' }))).toEqual([
      'commitment-too-late',
    ]);
    await world.decide(id, { decision: 'commit', until: '2025-03-13' });
    await world.decide(id, { decision: 'note' });
    const { task } = await world.petition(id);
    const own = task?.resolveBy?.at ?? '';
    expect(task?.commitments.map(({ at }) => localDayOf(at))).toEqual(['2025-03-13']);

    await untilTask(world, id, 3);
    expect((await hopsOf(world, id)).at(-1)).toEqual(['commitment-missed', CITY.id]);
    const escalated = (await world.history(id)).findLast(({ type }) => type === 'PetitionEscalated');
    expect(escalated?.data).toMatchObject({ because: 'commitment-missed' });
    expect((escalated?.at ?? '') < own).toBe(true);
    await expectInvariants(world, id);
  });

  test('at the top is reminded each working day, and what it missed stays visible', async () => {
    const { world, id } = await begun();
    await untilTask(world, id, 2);
    for (let i = 0; i < 2; i++) {
      await world.decide(id, { decision: 'beyond-competence' });
      await world.scheduler.runFor({ minutes: 10 });
    }
    await world.decide(id, { decision: 'accept' });
    await world.decide(id, { decision: 'commit', until: localDayOf(plusMs(world.now, 2 * DAY_MS)) });
    await world.scheduler.runFor({ days: 7 });
    const { task } = await world.petition(id);
    expect(task?.holder).toEqual(CHAIRMAN);
    const shown = await world.view((await world.linkOf(id)) ?? '');
    expect(shown.kind === 'live' && shown.superior.missed).toEqual(task?.commitments);
    expect(task?.overdueReminders).toBeGreaterThan(0);
    await expectInvariants(world, id);
  });
});
