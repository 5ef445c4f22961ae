import { describe, expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { failNext } from '../support/asl/faults.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { CITY, DISTRICT, NEW_WARD, smallRegisters, WARD } from '../support/asl/small-registers.js';
import { vn } from '../support/instants.js';
import { ANSWER, atWard, entered, mails, waiting } from './resident.js';

describe('a question to the resident', () => {
  test('that is answered lets the clock run on with what was left; the decision ends it as ever', async () => {
    const { world, id } = await waiting();
    expect((await world.petition(id)).task?.resolveBy?.at).toBe(vn('2025-03-10', '17:00'));
    const before = world.execution(id).entered.length;
    await world.scheduler.runFor({ days: 7 });
    expect(entered(world, id, before)).toEqual([]);
    await world.hear(id, ANSWER);
    await world.scheduler.runFor({ hours: 1 });
    const petition = await world.petition(id);
    expect(petition).toMatchObject({ status: 'ACCEPTED', hops: [{ to: WARD.id }], escalations: 0 });
    // Five working days.
    expect(petition.task?.resolveBy?.at).toBe(vn('2025-03-17', '17:00'));
    expect(petition.promised.resolveBy?.at).toBe(petition.task?.resolveBy?.at);
    expect(entered(world, id, before)).toEqual(['Await decision']);
    await world.decide(id, { decision: 'resolve' });
    await world.scheduler.runFor({ days: 10 });
    expect(await world.told(id)).toEqual([
      ...['PetitionSubmitted', 'PetitionRouted', 'ResidentAsked', 'ResidentAnswered'],
      ...['PetitionResolved', 'AnswerDelivered', 'PetitionClosed'],
    ]);
    expect(mails(world)).toEqual(['receipt', 'question', 'decision']);
    expect(mails(world, `main@${WARD.id}.example`)).toEqual(['assignment', 'answered']);
    await expectInvariants(world, id);
  });

  test('that is answered within minutes moves no date: no day was lost', async () => {
    const { world, id } = await waiting();
    const before = await world.petition(id);
    await world.scheduler.runFor({ minutes: 10 });
    await world.hear(id, ANSWER);
    await world.scheduler.runFor({ minutes: 10 });
    const after = await world.petition(id);
    expect(after).toMatchObject({ status: 'ACCEPTED', promised: { resolveBy: before.promised.resolveBy } });
    expect(after.task?.resolveBy).toEqual(before.task?.resolveBy);
    expect(after.stood).toHaveLength(1);
    await expectInvariants(world, id);
  });

  test('that nobody answers ends by itself; the rest of the term runs, and then it is late', async () => {
    const { world, id } = await waiting();
    const { task } = await world.petition(id);
    const until = task?.pause?.until.at ?? '';
    await world.scheduler.runUntil(plusMs(until, -1));
    expect((await world.petition(id)).status).toBe('WAITING_RESIDENT');
    await world.scheduler.runFor({ minutes: 5 });
    const resumed = await world.petition(id);
    expect(resumed.status).toBe('ACCEPTED');
    const due = resumed.task?.resolveBy?.at ?? '';
    expect(due > until).toBe(true);
    await world.scheduler.runUntil(plusMs(due, -1));
    expect((await world.petition(id)).escalations).toBe(0);
    await world.scheduler.runFor({ minutes: 5 });
    expect(await world.petition(id)).toMatchObject({ escalations: 1, task: { holder: DISTRICT } });
    const told = await world.told(id);
    expect(told.slice(0, 4)).toEqual(['PetitionSubmitted', 'PetitionRouted', 'ResidentAsked', 'PauseEnded']);
    expect(told.slice(4).filter((type) => type !== 'HolderReminded')).toEqual(['PetitionEscalated']);
    expect(mails(world, `main@${WARD.id}.example`)).toContain('resumed');
    await expectInvariants(world, id);
  });

  test('that nobody answers gives no more time when the workflow looks days too late', async () => {
    const onTime = await waiting();
    const late = await waiting();
    const until = (await late.world.petition(late.id)).task?.pause?.until.at ?? '';
    await onTime.world.scheduler.runUntil(plusMs(until, 60_000));
    late.world.faults.call = () => ({ kind: 'refuse', error: 'TransientError' });
    await late.world.scheduler.runUntil(plusMs(until, 2 * 86_400_000));
    expect((await late.world.petition(late.id)).status).toBe('WAITING_RESIDENT');
    late.world.faults.call = () => ({ kind: 'none' });
    await late.world.scheduler.runFor({ hours: 4 });
    const due = async ({ world, id }: typeof late) => (await world.petition(id)).task?.resolveBy?.at;
    expect(await due(late)).toBe(await due(onTime));
    expect((await late.world.petition(late.id)).status).toBe('ACCEPTED');
    await expectInvariants(late.world, late.id);
  });

  test('ends with the holder that asked; the answer that comes then is for the next one', async () => {
    const { world, id } = await atWard({
      registers: smallRegisters({ districtsUntil: vn('2025-03-07', '00:00') }),
    });
    await world.decide(id, { decision: 'beyond-competence' });
    await world.scheduler.runFor({ minutes: 5 });
    await world.decide(id, { decision: 'ask', text: 'Ở hẻm nào?' });
    await world.scheduler.runUntil(vn('2025-03-07', '08:00'));
    expect(await world.petition(id)).toMatchObject({ status: 'ASSIGNED', task: { holder: NEW_WARD, no: 3 } });
    await world.hear(id, ANSWER);
    expect((await world.told(id)).slice(3)).toEqual([
      ...['ResidentAsked', 'PauseEnded', 'PetitionReassigned', 'ResidentSupplemented'],
    ]);
    const ended = (await world.history(id)).find(({ type }) => type === 'PauseEnded');
    expect(ended).toMatchObject({ data: { because: 'holder-abolished' } });
    await expectInvariants(world, id);
  });

  test('need not be answered before the unit decides', async () => {
    const { world, id } = await waiting();
    await world.scheduler.runFor({ days: 9 });
    await world.decide(id, { decision: 'guide', track: 'khieu-nai' });
    await world.scheduler.runFor({ days: 10 });
    expect(await world.petition(id)).toMatchObject({
      status: 'CLOSED',
      outcome: { kind: 'guided', track: 'khieu-nai' },
    });
    await expectInvariants(world, id);
  });
});

describe('an answer of the resident that races', () => {
  test('a decision: both are there, the decision stands and the answer before it is kept', async () => {
    const { world, id } = await waiting();
    const link = (await world.linkOf(id)) ?? '';
    await Promise.allSettled([world.hear(id, ANSWER), world.decideBy(link, { decision: 'resolve' })]);
    await world.scheduler.runFor({ minutes: 5 });
    expect((await world.petition(id)).status).toBe('RESOLVED');
    expect(world.execution(id).entered.at(-1)).toBe('Await feedback');
    await expectInvariants(world, id);
  });

  test('the end of the pause: it counts, and the pause does not end a second time', async () => {
    const { world, id } = await waiting();
    const until = (await world.petition(id)).task?.pause?.until.at ?? '';
    failNext(world.faults, 'AdvancePetitionFunctionArn', {
      kind: 'meanwhile',
      happens: async () => {
        await world.hear(id, ANSWER);
      },
    });
    await world.scheduler.runUntil(plusMs(until, 60_000));
    expect((await world.told(id)).slice(2)).toEqual(['ResidentAsked', 'ResidentAnswered']);
    expect(world.execution(id).entered.at(-1)).toBe('Await decision');
    await expectInvariants(world, id);
  });
});

test('whoever holds it when the legal term of the first written notice passes in silence is told, once', async () => {
  const { world, id } = await atWard();
  const by = (await world.petition(id)).promised.firstNoticeBy.at;
  await world.scheduler.runFor({ days: 45 });
  const missed = (await world.history(id)).filter(
    (event) => event.type === 'HolderReminded' && event.data.kind === 'first-notice',
  );
  expect(missed).toMatchObject([{ data: { planned: by, copyToHead: true, taskNo: 3 } }]);
  for (const role of ['main', 'head'])
    expect(mails(world, `${role}@${CITY.id}.example`).filter((kind) => kind === 'first-notice')).toHaveLength(
      1,
    );
});
