import { describe, expect, test } from 'vitest';
import { TaskClosedError, ValidationError } from '../../core/errors.js';
import { supportOf, type SupportTask } from '../../core/petition/support.js';
import { localDayOf, plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CITY, DISTRICT, NEIGHBOUR, NEW_WARD, smallRegisters, WARD } from '../support/asl/small-registers.js';
import { World } from '../support/asl/world.js';
import { atWard, mails, WITHDRAW } from './resident.js';

const ASK = { decision: 'request-support', text: 'Xin cho biết hiện trạng cống.' } as const;

const requested = async (...supports: string[]): Promise<{ world: World; id: string }> => {
  const { world, id } = await atWard();
  await world.decide(id, { ...ASK, supports });
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

const support = async (world: World, id: string, thread = 'support-1'): Promise<SupportTask> => {
  const found = supportOf(await world.petition(id), thread);
  if (found === undefined) throw new TypeError(`no ${thread}`);
  return found;
};

const to = (agency: { id: string }): string => `main@${agency.id}.example`;

/** Its execution has ended well, and nobody will look at it again. */
const expectOver = async (world: World, id: string, thread: string): Promise<void> => {
  const { wakeAt, token, run } = await world.thread(id, thread);
  expect([wakeAt, token]).toEqual([null, null]);
  expect(world.execution(id, run, thread)).toMatchObject({ status: 'SUCCEEDED' });
};

describe('a request for support', () => {
  test('opens a thread for each agency: an execution, a holder, a deadline before the lead’s and a link each', async () => {
    const { world, id } = await requested(NEIGHBOUR.id, DISTRICT.id);
    const { supports, task, status } = await world.petition(id);
    expect(status).toBe('ASSIGNED');
    expect(supports.map(({ thread, holder }) => [thread, holder.id])).toEqual([
      ['support-1', NEIGHBOUR.id],
      ['support-2', DISTRICT.id],
    ]);
    for (const { thread, dueBy } of supports) {
      expect(dueBy.at < (task?.resolveBy?.at ?? '')).toBe(true);
      expect(dueBy.term).toBe('thuong.support');
      expect(world.execution(id, 1, thread)).toMatchObject({ status: 'RUNNING', isWaiting: true });
      expect(await world.supportLinkOf(id, thread)).not.toBeNull();
    }
    expect(mails(world, to(NEIGHBOUR))).toEqual(['support-requested']);
    expect(world.execution(id)).toMatchObject({ status: 'RUNNING', isWaiting: true });
    await expectInvariants(world, id);
  });

  test('of which the stream record is lost is found by the reconciler', async () => {
    const { world, id } = await atWard();
    world.faults.record = () => [];
    await world.decide(id, { ...ASK, supports: [NEIGHBOUR.id] });
    await world.scheduler.runFor({ minutes: 1 });
    expect(world.machine.executions.size).toBe(1);
    await world.scheduler.runFor({ minutes: 4 });
    const { run } = await world.thread(id, 'support-1');
    expect(world.execution(id, run, 'support-1')).toMatchObject({ status: 'RUNNING', isWaiting: true });
    await expectInvariants(world, id);
  });

  test('of which the record comes twice, or late, has one execution', async () => {
    const { world, id } = await atWard();
    world.faults.record = () => [50, 50, 90_000];
    await world.decide(id, { ...ASK, supports: [NEIGHBOUR.id] });
    await world.scheduler.runFor({ minutes: 5 });
    expect(world.machine.executions.size).toBe(2);
    expect((await world.thread(id, 'support-1')).run).toBe(1);
    await expectInvariants(world, id);
  });

  test('wakes nobody but those concerned: the lead sleeps on', async () => {
    const { world, id } = await atWard();
    const lead = await world.thread(id);
    await world.decide(id, { ...ASK, supports: [NEIGHBOUR.id] });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decideSupport(id, 'support-1', { decision: 'support-accept', text: null });
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.thread(id)).toEqual(lead);
  });
});

describe('a supporting agency', () => {
  test('that answers ends its thread; the lead is told and goes on', async () => {
    const { world, id } = await requested(NEIGHBOUR.id, DISTRICT.id);
    const link = (await world.supportLinkOf(id, 'support-1')) ?? '';
    await world.decideBy(link, { decision: 'support-accept', text: null });
    await world.decideBy(link, { decision: 'support-note', text: 'Đang kiểm tra.' });
    await world.decideBy(link, { decision: 'support-answer', text: 'Cống bị nghẹt.' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id)).ended).toMatchObject({ because: 'answered' });
    await expectOver(world, id, 'support-1');
    expect(mails(world, to(WARD))).toEqual(['assignment', 'support-answered']);
    expect((await support(world, id, 'support-2')).ended).toBeNull();
    expect(world.execution(id, 1, 'support-2')).toMatchObject({ isWaiting: true });
    await expect(world.decideBy(link, { decision: 'support-note' })).rejects.toThrow(TaskClosedError);
    await expectInvariants(world, id);
  });

  test('that cannot says why', async () => {
    const { world, id } = await requested(NEIGHBOUR.id);
    await world.decideSupport(id, 'support-1', { decision: 'support-decline', text: 'Không có thiết bị.' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id)).ended).toMatchObject({ because: 'declined' });
    expect(mails(world, to(WARD))).toEqual(['assignment', 'support-declined']);
    await expectOver(world, id, 'support-1');
  });

  test('that is silent is reminded, then its superior is asked, one level up, and reminded each working day', async () => {
    // Of the first step, and the lead's own clock stands still for the resident meanwhile.
    const { world, id } = await requested(DISTRICT.id);
    await world.decide(id, { decision: 'ask' });
    await world.scheduler.runFor({ days: 14 });
    const task = await support(world, id);
    expect(task.hops.map(({ kind, to: agency }) => [kind, agency])).toEqual([
      ['requested', DISTRICT.id],
      ['escalated', CITY.id],
    ]);
    const reminded = (await world.history(id)).flatMap((event) =>
      event.type === 'SupportReminded' ? [event] : [],
    );
    const overdue = reminded.filter(({ data }) => data.kind === 'overdue');
    expect(reminded.some(({ data }) => data.kind === 'before-due' && data.taskNo === 1)).toBe(true);
    expect(overdue.length).toBeGreaterThan(2);
    expect(overdue.every(({ data }) => data.taskNo === 2)).toBe(true);
    const days = overdue.map(({ at }) => localDayOf(at));
    expect(new Set(days).size).toBe(days.length);
    expect(mails(world, to(DISTRICT))).toContain('support-moved-away');
    expect(mails(world, `head@${CITY.id}.example`)).toEqual(['support-overdue']);
    expect(mails(world, to(WARD)).filter((kind) => kind === 'support-late')).toHaveLength(2);
    await expectInvariants(world, id);
  });

  test('whose superior leads the petition is reminded instead', async () => {
    const { world, id } = await atWard();
    await world.decide(id, { decision: 'beyond-competence' });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { ...ASK, supports: [WARD.id] });
    const { dueBy } = await support(world, id);
    await world.scheduler.runUntil(plusMs(dueBy.at, 86_400_000));
    const task = await support(world, id);
    expect(task).toMatchObject({ escalations: 0, overdueReminders: 1, holder: { id: WARD.id } });
    await expectInvariants(world, id);
  });

  test('that answers while it is escalated: one of the two is recorded', async () => {
    const { world, id } = await requested(DISTRICT.id);
    const link = (await world.supportLinkOf(id, 'support-1')) ?? '';
    const { dueBy } = await support(world, id);
    await world.scheduler.runUntil(plusMs(dueBy.at, -60_000));
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.decideBy(link, { decision: 'support-answer' });
      },
    });
    await world.scheduler.runFor({ minutes: 10 });
    expect(await world.told(id)).not.toContain('SupportEscalated');
    expect((await support(world, id)).ended).toMatchObject({ because: 'answered' });
    await expectOver(world, id, 'support-1');
    await expectInvariants(world, id);
  });

  test('that ceases to exist is followed by its successor, with the clock that runs', async () => {
    const registers = smallRegisters({ districtsUntil: '2025-03-04T17:00:00.000Z' });
    const world = new World({ registers });
    const id = await world.submit();
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { ...ASK, supports: [DISTRICT.id] });
    await world.scheduler.runFor({ minutes: 5 });
    const { dueBy } = await support(world, id);
    const link = (await world.supportLinkOf(id, 'support-1')) ?? '';
    await world.scheduler.runUntil('2025-03-04T18:00:00.000Z');
    expect(await support(world, id)).toMatchObject({ no: 2, holder: { id: NEW_WARD.id }, dueBy });
    await expect(world.decideBy(link, { decision: 'support-answer' })).rejects.toThrow(TaskClosedError);
    await world.scheduler.runUntil('2025-03-05T03:00:00.000Z');
    expect(mails(world, to(NEW_WARD))[0]).toBe('support-requested');
    await expectInvariants(world, id);
  });
});

describe('the lead', () => {
  test('that answers before its supporters says why; their threads and links end, and they are told', async () => {
    const { world, id } = await requested(NEIGHBOUR.id, DISTRICT.id);
    const link = (await world.supportLinkOf(id, 'support-2')) ?? '';
    await world.decideSupport(id, 'support-1', { decision: 'support-answer' });
    await expect(world.decide(id, { decision: 'resolve' })).rejects.toThrow(ValidationError);
    await world.decide(id, { decision: 'resolve', supportOpenReason: 'Đã đủ căn cứ.' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id, 'support-2')).ended).toMatchObject({ because: 'lead-decided' });
    const event = (await world.history(id)).find(({ type }) => type === 'PetitionResolved');
    expect(event?.data).toMatchObject({ openSupports: { threads: ['support-2'] } });
    await expectOver(world, id, 'support-1');
    await expectOver(world, id, 'support-2');
    expect(mails(world, to(DISTRICT))).toEqual(['support-requested', 'support-ended']);
    await expect(world.decideBy(link, { decision: 'support-answer' })).rejects.toThrow(TaskClosedError);
    expect(await world.view(link)).toMatchObject({ kind: 'dead', support: { thread: 'support-2' } });
    await world.scheduler.runFor({ days: 20 });
    expect((await world.petition(id)).status).toBe('CLOSED');
    expect(mails(world, to(DISTRICT))).toHaveLength(2);
    await expectInvariants(world, id);
  });

  test('that needs a contribution no longer ends it', async () => {
    const { world, id } = await requested(NEIGHBOUR.id);
    await world.decide(id, { decision: 'end-support', thread: 'support-1', text: 'Đã tự kiểm tra.' });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id)).ended).toMatchObject({ because: 'cancelled' });
    await expectOver(world, id, 'support-1');
    // Another request is another thread.
    await world.decide(id, { ...ASK, supports: [NEIGHBOUR.id] });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await support(world, id, 'support-2')).ended).toBeNull();
    await world.decide(id, { decision: 'resolve', supportOpenReason: 'Đã xong.' });
    await world.scheduler.runFor({ minutes: 5 });
    await expectInvariants(world, id);
  });

  test('that changes leaves open threads with the petition; whoever leads now no longer contributes', async () => {
    const { world, id } = await requested(NEIGHBOUR.id, CITY.id);
    await world.decide(id, { decision: 'transfer', agency: NEIGHBOUR.id });
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).task?.holder.id).toBe(NEIGHBOUR.id);
    expect((await support(world, id)).ended).toMatchObject({ because: 'leads-now' });
    expect((await support(world, id, 'support-2')).ended).toBeNull();
    await expectOver(world, id, 'support-1');
    await world.decideSupport(id, 'support-2', { decision: 'support-answer' });
    await world.scheduler.runFor({ minutes: 5 });
    expect(mails(world, to(NEIGHBOUR)).at(-1)).toBe('support-answered');
    await expectInvariants(world, id);
  });
});

test('a withdrawal ends every thread', async () => {
  const { world, id } = await requested(NEIGHBOUR.id, DISTRICT.id);
  await world.hear(id, WITHDRAW);
  await world.scheduler.runFor({ minutes: 5 });
  for (const thread of ['lead', 'support-1', 'support-2']) await expectOver(world, id, thread);
  expect(mails(world, to(NEIGHBOUR))).toEqual(['support-requested', 'support-ended']);
  const told = await world.told(id);
  await world.scheduler.runFor({ days: 30 });
  expect(await world.told(id)).toEqual(told);
  await expectInvariants(world, id);
});

test('an execution of a support thread that dies is replaced; the others do not notice', async () => {
  const { world, id } = await requested(NEIGHBOUR.id, DISTRICT.id);
  const others = [await world.thread(id), await world.thread(id, 'support-2')];
  world.execution(id, 1, 'support-1').end('FAILED');
  await world.scheduler.runFor({ minutes: 5 });
  expect(world.execution(id, 2, 'support-1')).toMatchObject({ status: 'RUNNING', isWaiting: true });
  expect([await world.thread(id), await world.thread(id, 'support-2')]).toEqual(others);
  await expectInvariants(world, id);
});
