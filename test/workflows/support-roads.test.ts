import { describe, expect, test } from 'vitest';
import { TaskClosedError, ValidationError } from '../../core/errors.js';
import { supportOf, type SupportTask } from '../../core/petition/support.js';
import { localDayOf, plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CHAIRMAN, CITY, DISTRICT, NEIGHBOUR, NEW_WARD, WARD } from '../support/asl/small-registers.js';
import type { World } from '../support/asl/world.js';
import { atWard, mails } from './resident.js';

const TRANSFER = { decision: 'support-transfer', text: 'Cống do đơn vị đó quản lý.' } as const;
const EXTEND = { decision: 'support-extend', text: 'Chờ thiết bị đo.' } as const;
const DAY_MS = 86_400_000;
const to = (agency: { id: string }): string => `main@${agency.id}.example`;

const requested = async (agency = NEIGHBOUR.id): Promise<{ world: World; id: string; link: string }> => {
  const { world, id } = await atWard();
  const ask = { decision: 'request-support', text: 'Xin cho biết hiện trạng cống.' } as const;
  // A day earlier than the term leaves the lead something to allow.
  await world.decide(id, { ...ask, supports: [agency], until: FIRST_DAY });
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id, link: (await world.supportLinkOf(id, 'support-1')) ?? '' };
};

const support = async (world: World, id: string): Promise<SupportTask> => {
  const found = supportOf(await world.petition(id), 'support-1');
  if (found === undefined) throw new TypeError('no support-1');
  return found;
};

/** The day after the world begins, and the day of the lead’s own deadline. */
const FIRST_DAY = '2025-03-05';
const leadDay = async (world: World, id: string): Promise<string> =>
  localDayOf((await world.petition(id)).task?.resolveBy?.at ?? '');

describe('an agency that names another one', () => {
  test('hands over task, clock and link; lead and new agency are told', async () => {
    const { world, id, link } = await requested();
    const { dueBy } = await support(world, id);
    await world.decideBy(link, { ...TRANSFER, agency: NEW_WARD.id });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await support(world, id)).toMatchObject({ no: 2, holder: NEW_WARD, dueBy, transfers: 1 });
    expect(mails(world, to(NEW_WARD))).toEqual(['support-transferred-to-you']);
    expect(mails(world, to(NEIGHBOUR))).toEqual(['support-requested', 'support-moved-away']);
    expect(mails(world, to(WARD))).toEqual(['assignment', 'support-transferred']);
    await expect(world.decideBy(link, { decision: 'support-answer' })).rejects.toThrow(TaskClosedError);
    expect(await world.view(link)).toMatchObject({ kind: 'dead', support: { holder: NEW_WARD } });
    expect(world.execution(id, 1, 'support-1')).toMatchObject({ status: 'RUNNING', isWaiting: true });
    const next = (await world.supportLinkOf(id, 'support-1')) ?? '';
    await world.decideBy(next, { decision: 'support-answer' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id)).ended).toMatchObject({ because: 'answered' });
    await expectInvariants(world, id);
  });

  test('after it was escalated: the levels are counted anew for the new one', async () => {
    const { world, id } = await requested(DISTRICT.id);
    await world.decide(id, { decision: 'ask' });
    await world.scheduler.runUntil(plusMs((await support(world, id)).dueBy.at, 60_000));
    await world.scheduler.runFor({ minutes: 5 });
    expect(await support(world, id)).toMatchObject({ holder: CITY, escalations: 1 });
    await world.scheduler.runFor({ hours: 16 });
    await world.decideSupport(id, 'support-1', { ...TRANSFER, agency: CHAIRMAN.id });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await support(world, id)).toMatchObject({ no: 3, holder: CHAIRMAN, escalations: 0 });
    await expectInvariants(world, id);
  });

  test('sends the form twice: one transfer; with a text and an agency only', async () => {
    const { world, id, link } = await requested();
    for (const form of [
      { ...TRANSFER, agency: null },
      { ...TRANSFER, agency: WARD.id },
      { ...TRANSFER, agency: NEW_WARD.id, text: null },
    ])
      await expect(world.decideBy(link, form)).rejects.toThrow(ValidationError);
    await world.decideBy(link, { ...TRANSFER, agency: NEW_WARD.id });
    await expect(world.decideBy(link, { ...TRANSFER, agency: NEW_WARD.id })).rejects.toThrow(TaskClosedError);
    expect((await world.told(id)).filter((type) => type === 'SupportTransferred')).toHaveLength(1);
    await expectInvariants(world, id);
  });

  test('at the deadline, while it is escalated: one of the two is recorded', async () => {
    const { world, id, link } = await requested(DISTRICT.id);
    const { dueBy } = await support(world, id);
    await world.scheduler.runUntil(plusMs(dueBy.at, -60_000));
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        // Behind the deadline nothing can be passed on.
        const late = world.decideBy(link, { ...TRANSFER, agency: NEIGHBOUR.id });
        await expect(late).rejects.toThrow(ValidationError);
      },
    });
    await world.scheduler.runFor({ minutes: 10 });
    expect(await support(world, id)).toMatchObject({ no: 2, holder: CITY, transfers: 0 });
    await expectInvariants(world, id);
  });

  test('while the execution is dead or the record lost: the reconciler carries on with the new agency', async () => {
    const { world, id, link } = await requested();
    world.execution(id, 1, 'support-1').end('FAILED');
    world.faults.record = () => [];
    await world.decideBy(link, { ...TRANSFER, agency: NEW_WARD.id });
    world.faults.record = () => [50, 50, 90_000];
    await world.scheduler.runFor({ minutes: 10 });
    const { run } = await world.thread(id, 'support-1');
    expect(world.execution(id, run, 'support-1')).toMatchObject({ status: 'RUNNING', isWaiting: true });
    expect(mails(world, to(NEW_WARD))).toEqual(['support-transferred-to-you']);
    await expectInvariants(world, id);
  });
});

describe('a supporter that asks for more time', () => {
  test('gets the day that it asked for when the lead allows it; reminder and escalation follow', async () => {
    const { world, id, link } = await requested(DISTRICT.id);
    const { dueBy } = await support(world, id);
    const until = await leadDay(world, id);
    await world.decideBy(link, { ...EXTEND, until });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id)).dueBy).toEqual(dueBy);
    expect(mails(world, to(WARD))).toEqual(['assignment', 'support-extension-requested']);
    await world.decide(id, { decision: 'allow-support-extension', thread: 'support-1', text: null });
    await world.scheduler.runFor({ minutes: 5 });
    const moved = await support(world, id);
    expect(localDayOf(moved.dueBy.at)).toBe(until);
    expect(moved.no).toBe(1);
    expect(mails(world, to(DISTRICT))).toEqual(['support-requested', 'support-extension-allowed']);
    await world.decide(id, { decision: 'ask' });
    await world.scheduler.runUntil(plusMs(dueBy.at, DAY_MS / 2));
    expect(await world.told(id)).not.toContain('SupportEscalated');
    await world.scheduler.runUntil(plusMs(moved.dueBy.at, DAY_MS / 2));
    const events = await world.history(id);
    const reminders = events.filter(({ type }) => type === 'SupportReminded');
    expect(reminders.some(({ at }) => at > dueBy.at && at < moved.dueBy.at)).toBe(true);
    expect(events.find(({ type }) => type === 'SupportEscalated')?.data).toMatchObject({
      lateSince: moved.dueBy.at,
    });
    // The same link acts until then.
    await expect(world.decideBy(link, { decision: 'support-note' })).rejects.toThrow(TaskClosedError);
    await expectInvariants(world, id);
  });

  test('is told when the lead refuses; the day stays, and a second request is the last', async () => {
    const { world, id, link } = await requested();
    const { dueBy } = await support(world, id);
    const ask = { ...EXTEND, until: await leadDay(world, id) };
    const refuse = { decision: 'refuse-support-extension', thread: 'support-1', text: 'Đã gấp.' } as const;
    for (let i = 0; i < 2; i++) {
      await world.decideBy(link, ask);
      await expect(world.decideBy(link, ask)).rejects.toThrow(ValidationError);
      await world.decide(id, refuse);
      await expect(world.decide(id, refuse)).rejects.toThrow(ValidationError);
      await world.scheduler.runFor({ minutes: 5 });
    }
    await expect(world.decideBy(link, ask)).rejects.toThrow(ValidationError);
    expect(await support(world, id)).toMatchObject({ dueBy, extensionRequests: 2, extensionRequest: null });
    expect(mails(world, to(NEIGHBOUR))).toEqual([
      'support-requested',
      'support-extension-refused',
      'support-extension-refused',
    ]);
    await expectInvariants(world, id);
  });

  test('and hears nothing keeps its day: the superior is asked as ever, and the request is over', async () => {
    const { world, id, link } = await requested(DISTRICT.id);
    const { dueBy } = await support(world, id);
    await world.decideBy(link, { ...EXTEND, until: await leadDay(world, id) });
    await world.scheduler.runUntil(plusMs(dueBy.at, 600_000));
    expect(await support(world, id)).toMatchObject({ no: 2, holder: CITY, extensionRequest: null });
    const late = world.decide(id, { decision: 'allow-support-extension', thread: 'support-1' });
    await expect(late).rejects.toThrow(ValidationError);
    await expectInvariants(world, id);
  });

  test('is answered by whoever leads by then', async () => {
    const { world, id, link } = await requested(CITY.id);
    const until = await leadDay(world, id);
    await world.decideBy(link, { ...EXTEND, until });
    await world.decide(id, { decision: 'transfer', agency: NEIGHBOUR.id });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'allow-support-extension', thread: 'support-1' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(localDayOf((await support(world, id)).dueBy.at)).toBe(until);
    expect(mails(world, to(CITY)).at(-1)).toBe('support-extension-allowed');
    await expectInvariants(world, id);
  });

  test('and is allowed it at the very deadline: no escalation, or no extension, never both', async () => {
    const { world, id, link } = await requested(DISTRICT.id);
    const { dueBy } = await support(world, id);
    await world.decideBy(link, { ...EXTEND, until: await leadDay(world, id) });
    await world.scheduler.runUntil(plusMs(dueBy.at, -60_000));
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        const late = world.decide(id, { decision: 'allow-support-extension', thread: 'support-1' });
        await expect(late).rejects.toThrow(ValidationError);
      },
    });
    await world.scheduler.runFor({ minutes: 10 });
    expect(await world.told(id)).not.toContain('SupportExtensionAllowed');
    expect(await support(world, id)).toMatchObject({ no: 2, holder: CITY });
    await expectInvariants(world, id);
  });

  test('is over with the petition: nobody is asked or told any more', async () => {
    const { world, id, link } = await requested();
    await world.decideBy(link, { ...EXTEND, until: await leadDay(world, id) });
    await world.decide(id, { decision: 'resolve', supportOpenReason: 'Đã đủ căn cứ.' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await support(world, id)).toMatchObject({
      extensionRequest: null,
      ended: { because: 'lead-decided' },
    });
    expect(mails(world, to(WARD))).not.toContain('support-extension-requested');
    await expectInvariants(world, id);
  });
});
