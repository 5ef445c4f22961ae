import { beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import { createHandler as createFind } from '../../../functions/find-petitions/handler.js';
import { createHandler as createRecover } from '../../../functions/recover-code/handler.js';
import { call, httpEvent, staff, type Answer } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, PERSONAL, PUBLIC_ORIGIN, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const SEARCH = 'POST /api/operator/searches';
const RECOVERY = 'POST /api/operator/petitions/{id}/receipts';
const WHO = { contact: '+84 900 000 001', name: 'Tran Thi Mai' };
const REASON = 'Mất phiếu, đã đối chiếu căn cước.';

describe('a lost code', () => {
  let stage: Stage;
  const log = useLog();
  let petition: Petition;

  beforeEach(async () => {
    stage = createStage();
    petition = await stage.assigned();
  });

  const search = (body: object = WHO, claims = staff('operator')): Promise<Answer> =>
    call(
      createFind(stage.deps),
      httpEvent(SEARCH, { headers: jsonHeaders(), body: JSON.stringify(body), claims }),
    );
  const recover = (
    body: object = {},
    more: { key?: string; id?: string; sub?: string } = {},
  ): Promise<Answer> =>
    call(
      createRecover(stage.deps),
      httpEvent(RECOVERY, {
        path: { id: more.id ?? petition.id },
        headers: jsonHeaders(more.key === undefined ? {} : { 'idempotency-key': more.key }),
        body: JSON.stringify({ ...WHO, reason: REASON, ...body }),
        claims: { ...staff('operator'), sub: more.sub ?? 'user-1' },
      }),
    );
  const items = (answer: Answer) => answer.json['items'] as Record<string, unknown>[];
  const withdraw = (secret: unknown): Promise<Answer> => {
    const path = { code: petition.code };
    const body = JSON.stringify({ secret });
    const route = 'POST /api/petitions/{code}/withdrawal';
    return call(stage.hear, httpEvent(route, { path, headers: jsonHeaders(), body }));
  };

  it.each([
    ['the telephone in another form', WHO],
    ['the mailbox in capitals', { contact: 'MAI.TRAN@cu-dan.example', name: 'TRẦN THỊ MAI' }],
    ['a name without its middle', { ...WHO, name: 'trần mai' }],
  ])('is found by %s: code, category and day, nothing else', async (_, who) => {
    const answer = await search(who);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      items: [
        {
          petitionId: petition.id,
          code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/) as string,
          categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
          receivedOn: '2023-03-10',
          status: 'ASSIGNED',
          canRecover: true,
        },
      ],
      more: false,
    });
  });

  it.each([
    ['another name on the same telephone', { ...WHO, name: 'Trần Văn Nam' }],
    ['the family name alone', { ...WHO, name: 'Trần' }],
    ['the given name alone', { ...WHO, name: 'Mai' }],
    ['another telephone', { ...WHO, contact: '0900 000 002' }],
    ['another mailbox', { ...WHO, contact: 'mai@cu-dan.example' }],
  ])('is not found by %s', async (_, who) => {
    expect(items(await search(who))).toEqual([]);
  });

  it('is looked for by operators only, with two things said', async () => {
    expect((await search(WHO, staff('auditor'))).status).toBe(403);
    expect((await search({ contact: WHO.contact })).status).toBe(422);
    expect((await search({ ...WHO, contact: '-----' })).status).toBe(422);
  });

  it('leaves a record of each search, without number, address or name, and neither does the log', async () => {
    const at = stage.fakes.clock.now();
    await search();
    stage.fakes.clock.advance({ seconds: 1 });
    await search({ ...WHO, contact: 'mai.tran@cu-dan.example' });
    const records = stage.fakes.database.query('Petitions', 'SEARCH#user-1');
    expect(records.filter(({ sk }) => !sk.startsWith('HOUR#'))).toMatchObject([
      { userId: 'user-1', by: 'phone', petitionId: null, at },
      { userId: 'user-1', by: 'email', petitionId: null },
    ]);
    const kept = JSON.stringify([
      records,
      stage.fakes.database.all('Residents').map(({ pk, sk }) => [pk, sk]),
    ]);
    for (const word of [...PERSONAL, '900000001', '900 000 001']) {
      expect(kept).not.toContain(word);
      expect(log.text()).not.toContain(word);
    }
  });

  it('is looked for at most sixty times an hour by one person', async () => {
    const answers: number[] = [];
    for (let i = 0; i < 61; i++) answers.push((await search()).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(60);
    expect(answers.at(-1)).toBe(429);
    stage.fakes.clock.advance({ hours: 1 });
    expect((await search()).status).toBe(200);
  });

  it('among many under one contact shows the newest twenty and says that there are more', async () => {
    for (let i = 0; i < 21; i++)
      await stage.post({ ...BODY, description: `Xe khách đậu kín đường, lần ${i}.` });
    const answer = await search();
    expect(items(answer)).toHaveLength(20);
    expect(answer.json['more']).toBe(true);
    expect(items(answer).map((item) => item['petitionId'])).not.toContain(petition.id);
    expect((await recover()).status).toBe(200);
  });

  it('is given on paper with a new secret; the lost one proves nothing any more', async () => {
    const old = await stage.secretOf(petition);
    const answer = await recover();
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      receiptNo: 2,
      secret: await receiptSecret(stage.fakes.keyed, petition.id, 2),
      statusUrl: `${PUBLIC_ORIGIN}/track.html#${String(answer.json['code'])}`,
    });
    expect(log.text()).not.toContain(String(answer.json['secret']));
    expect(answer.json['secret']).not.toBe(old);
    expect((await withdraw(old)).status).toBe(404);
    expect((await withdraw(answer.json['secret'])).status).toBe(200);
  });

  it('leaves an event with the operator, the reason in the vault, and a notice to the person', async () => {
    await recover();
    const event = (await stage.fakes.store.history(petition.id)).at(-1);
    expect(event).toMatchObject({
      type: 'CodeRecovered',
      actor: { kind: 'operator', userId: 'user-1' },
      data: { receiptNo: 2, reason: { digest: expect.any(String) as string } },
    });
    expect(JSON.stringify(event)).not.toContain('phiếu');
    expect(await stage.fakes.vault.openTexts(petition.id, event?.seq ?? 0)).toEqual({ reason: REASON });
    const id = `${String(event?.seq).padStart(6, '0')}-0`;
    expect(await stage.fakes.notices.load({ petitionId: petition.id, id })).toMatchObject({
      kind: 'receipt-renewed',
      to: { kind: 'resident' },
    });
  });

  it('pressed twice gives one receipt; asked for anew, another', async () => {
    const key = 'nut-bam-1';
    const [first, again] = [await recover({}, { key }), await recover({}, { key })];
    expect(again.json).toEqual(first.json);
    expect((await recover({ reason: 'Một lý do khác.' }, { key })).status).toBe(422);
    expect((await recover()).json['receiptNo']).toBe(3);
    expect((await recover({}, { key })).json).toEqual(first.json);
    expect((await recover({}, { key, sub: 'user-2' })).json['receiptNo']).toBe(4);
  });

  it.each([
    ['a name that is not theirs', { name: 'Lê Văn Nam' }],
    ['a contact that is not theirs', { contact: '0911 222 333' }],
  ])('is not given for %s, though the id is known', async (_, who) => {
    expect((await recover(who)).status).toBe(404);
    expect((await stage.load(petition.code)).receiptNo).toBe(1);
  });

  it('needs a reason, an operator and a petition', async () => {
    expect((await recover({ reason: 'mất' })).status).toBe(422);
    expect((await recover({}, { id: '01950000-0000-7000-8000-0000000000ff' })).status).toBe(404);
  });

  it('of a petition that has ended is shown, but there is nothing left to prove', async () => {
    expect((await withdraw(await stage.secretOf(petition))).status).toBe(200);
    expect(items(await search())).toMatchObject([{ status: 'WITHDRAWN', canRecover: false }]);
    expect((await recover()).status).toBe(409);
  });

  it('the post of the intake, repeated, still gives its first answer', async () => {
    const key = { 'idempotency-key': 'khoa-cua-nguoi-dan' };
    const first = await stage.post(BODY, key);
    const { id } = await stage.load(first.json['code']);
    await recover({}, { id });
    expect((await stage.post(BODY, key)).json).toEqual(first.json);
  });
});
