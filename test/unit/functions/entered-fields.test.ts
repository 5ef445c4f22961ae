import { beforeEach, describe, expect, it } from 'vitest';
import { isLate } from '../../../core/petition/petition.js';
import { takeNextStep } from '../../../core/use-cases/take-next-step.js';
import { createHandler as createAdvance } from '../../../functions/advance-petition/handler.js';
import { createHandler } from '../../../functions/enter-petition/handler.js';
import { hasIssueText } from '../../../functions/middleware/issue-texts.js';
import { call, CONTEXT, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, NOW, type Stage } from './support/stage.js';

const PARTY = { ...BODY, category: 'TOCHUC', unit: 'w:27157@0' };
const REASON = 'Công văn chuyển đến chậm.';
const MINH = { name: 'Lê Văn Minh', phone: '0911 000 002' };
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `Người đại diện ${i + 1}` }));

describe('what the desk knows of a petition besides', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  const post = (body: unknown) =>
    call(
      createHandler(stage.deps),
      httpEvent('POST /api/operator/petitions', {
        headers: jsonHeaders(),
        body: JSON.stringify(body),
        claims: staff('operator'),
      }),
    );
  const entered = async (body: object) => {
    const { json } = await post(body);
    const { id } = await stage.load(json['code']);
    await createAdvance(stage.deps)({ petitionId: id, thread: 'lead', run: 1, action: 'Route' }, CONTEXT);
    return { petition: await stage.load(json['code']), promised: json['promised'] };
  };

  it('counts every term from the receipt, and keeps the time of the entry as the event’s', async () => {
    const { petition, promised } = await entered({
      ...BODY,
      receivedAt: '2023-03-08T09:00:00+07:00',
      receivedAtReason: REASON,
    });
    const today = await entered(BODY);
    const [first] = await stage.fakes.store.history(petition.id);
    expect(first).toMatchObject({ at: NOW, data: { receivedAt: '2023-03-08T02:00:00.000Z' } });
    expect(petition.receivedAt).toBe('2023-03-08T02:00:00.000Z');
    // Five working days after Wednesday, and after Friday.
    expect(promised).toMatchObject({ resolveBy: '2023-03-15T10:00:00.000Z' });
    expect(petition.task?.resolveBy?.at).toBe('2023-03-15T10:00:00.000Z');
    expect(today.petition.task?.resolveBy?.at).toBe('2023-03-17T10:00:00.000Z');
    expect(first?.data).toHaveProperty('receivedAtReason.digest');
    expect(JSON.stringify(first)).not.toContain('Công văn');
    expect(await stage.fakes.vault.openFile(petition.id)).toMatchObject({ receivedAtReason: REASON });
  });

  it('is late at once when the term has run out, but gives the holder a term of its own', async () => {
    const { petition } = await entered({ ...BODY, receivedAt: '2023-02-10', receivedAtReason: REASON });
    expect(isLate(petition, NOW)).toBe(true);
    expect(petition.promised.resolveBy?.at).toBe('2023-02-17T10:00:00.000Z');
    expect(petition.task?.resolveBy?.at).toBe('2023-03-17T10:00:00.000Z');
    expect(String(petition.task?.acceptBy?.at) > NOW).toBe(true);
    const at = { petitionId: petition.id, thread: 'lead', run: 1 };
    // The legal term of the first notice has passed: the holder is told, and nothing escalates over its head.
    expect(await takeNextStep(stage.deps, at)).toMatchObject({ next: 'Remind' });
  });

  it('keeps names in the vault and counts in the event', async () => {
    const { petition } = await entered({
      ...BODY,
      onBehalfOf: MINH,
      people: 12,
      representatives: people(5),
      externalRef: '1022-2023/00871',
    });
    expect(petition).toMatchObject({ people: 12, externalRef: '1022-2023/00871', meetingId: null });
    const events = await stage.fakes.store.history(petition.id);
    expect(events[0]?.data).toMatchObject({ isOnBehalf: true, representatives: 5 });
    expect(JSON.stringify([events, petition])).not.toMatch(/Lê Văn Minh|Người đại diện|0911 ?000/);
    expect(await stage.fakes.vault.openFile(petition.id)).toMatchObject({
      onBehalfOf: { name: 'Lê Văn Minh', phone: '0911 000 002' },
      representatives: people(5).map(({ name }) => ({ name, phone: null })),
    });
  });

  it('asks how far it is on the day that the leader named', async () => {
    const { petition } = await entered({ ...PARTY, followUpOn: '2023-03-25' });
    // A Saturday: the working day after it.
    expect(petition.task?.followUpAt).toMatchObject({ at: '2023-03-27T10:00:00.000Z' });
    const usual = await entered(PARTY);
    expect(usual.petition.task?.followUpAt?.at).toBe('2023-04-10T10:00:00.000Z');
  });

  it.each([
    ['a receipt to come', { receivedAt: '2023-03-11', receivedAtReason: REASON }, '/receivedAt in-future'],
    [
      'one of later today',
      { receivedAt: '2023-03-10T02:00:01Z', receivedAtReason: REASON },
      '/receivedAt in-future',
    ],
    [
      'one of 31 days ago',
      { receivedAt: '2023-02-07', receivedAtReason: REASON },
      '/receivedAt too-far-back',
    ],
    ['one that is none', { receivedAt: 'hôm qua', receivedAtReason: REASON }, '/receivedAt not-valid'],
    ['one without a reason', { receivedAt: '2023-03-09' }, '/receivedAtReason required'],
    ['a reason of nothing', { receivedAtReason: REASON }, '/receivedAt required'],
    [
      'too short a reason',
      { receivedAt: '2023-03-09', receivedAtReason: 'trễ' },
      '/receivedAtReason too-short',
    ],
    ['nobody to speak for', { onBehalfOf: {} }, '/onBehalfOf/name required'],
    ['more than a name', { onBehalfOf: { ...MINH, idCard: '1' } }, '/onBehalfOf unknown-field'],
    ['representatives of nobody knows how many', { representatives: people(1) }, '/people required'],
    ['representatives of four', { people: 4, representatives: people(1) }, '/people too-few-people'],
    ['three of ten', { people: 10, representatives: people(3) }, '/representatives too-many-representatives'],
    ['six of many', { people: 99, representatives: people(6) }, '/representatives too-big'],
    ['an empty list of them', { people: 9, representatives: [] }, '/representatives too-small'],
    ['no people', { people: 0 }, '/people too-small'],
    ['half a person', { people: 7.5, representatives: people(1) }, '/people wrong-type'],
    ['a name as a reference', { externalRef: 'Trần Thị Mai' }, '/externalRef external-ref'],
    ['a phone number as one', { externalRef: 'CV/0901234567' }, '/externalRef external-ref'],
    ['a number of an identity card as one', { externalRef: '079123456789' }, '/externalRef external-ref'],
    ['too long a reference', { externalRef: 'A'.repeat(61) }, '/externalRef too-long'],
    ['a follow-up outside the Party lane', { followUpOn: '2023-04-01' }, '/followUpOn no-follow-up'],
    ['a follow-up of today', { ...PARTY, followUpOn: '2023-03-10' }, '/followUpOn follow-up-past'],
    ['one in two years', { ...PARTY, followUpOn: '2025-03-10' }, '/followUpOn follow-up-too-far'],
    ['a day that is none', { ...PARTY, followUpOn: '2023-02-29' }, '/followUpOn not-a-day'],
  ])('refuses %s', async (_, fields, expected) => {
    const { status, json } = await post({ ...BODY, ...fields });
    expect(status).toBe(422);
    const faults = json['errors'] as { pointer: string; code: string }[];
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([expected]);
    expect(faults.every((fault) => hasIssueText(fault))).toBe(true);
    expect(stage.fakes.database.all('Petitions')).toHaveLength(0);
  });
});
