import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createList } from '../../../functions/list-meetings/handler.js';
import { createHandler as createRecord } from '../../../functions/record-meeting/handler.js';
import { createHandler as createShow } from '../../../functions/show-meeting/handler.js';
import { createHandler as createAdvance } from '../../../functions/advance-petition/handler.js';
import { call, CONTEXT, httpEvent, staff, type Answer } from './support/http-event.js';
import { CAU_KHO, MEETING, PAVEMENT, PERMIT, POSTS } from './support/meeting-bodies.js';
import { createStage, jsonHeaders, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const KEY = { 'idempotency-key': 'hoi-nghi-thang-3' };

describe('meetings', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const post = (
    body: unknown,
    headers: Record<string, string> = {},
    claims: Record<string, unknown> | null = staff('operator'),
  ): Promise<Answer> =>
    call(
      createRecord(stage.deps),
      httpEvent('POST /api/meetings', {
        headers: jsonHeaders(headers),
        body: JSON.stringify(body),
        ...(claims !== null && { claims }),
      }),
    );
  const list = (query: Record<string, string>, claims = staff('auditor')) =>
    call(createList(stage.deps), httpEvent('GET /api/audit/meetings', { query, claims }));
  const show = (id: unknown, claims = staff('auditor')) =>
    call(
      createShow(stage.deps),
      httpEvent('GET /api/audit/meetings/{id}', { path: { id: String(id) }, claims }),
    );
  const stored = () => stage.fakes.database.all('Petitions').length;
  const receipts = (answer: Answer) => answer.json['items'] as { code: string; secret: string }[];
  const petitionCount = () => stage.fakes.database.all('Petitions').filter(({ sk }) => sk === 'META').length;
  const MARCH = { province: 'p:79@0', from: '2023-03-01', to: '2023-03-31' };

  describe('recording one', () => {
    it.each([
      ['no token', null, 401],
      ['no role', staff(), 403],
      ['an auditor', staff('auditor'), 403],
      ['a supervisor', staff('supervisor'), 403],
      ['an operator', staff('operator'), 202],
    ])('%s is answered as the table of routes says', async (_, claims, expected) => {
      expect((await post(MEETING, {}, claims)).status).toBe(expected);
      expect(stored() > 0).toBe(expected === 202);
    });

    it('makes a petition of each item, with its own category, place, lane and clock', async () => {
      const other = { ...PERMIT, unit: 'w:26773@0' };
      const answer = await post({
        ...MEETING,
        receivedBy: 'dang-uy-huyen/d:760@0',
        items: [PAVEMENT, other, POSTS],
      });
      expect(answer.status).toBe(202);
      const petitions = await Promise.all(receipts(answer).map(({ code }) => stage.load(code)));
      expect(petitions).toMatchObject([
        { category: 'TTDT', unitId: CAU_KHO, lane: 'admin', channel: 'meeting', followUpOn: null },
        { category: 'XD', unitId: 'w:26773@0', lane: 'admin' },
        { category: 'TOCHUC', unitId: CAU_KHO, lane: 'party', followUpOn: '2023-04-14' },
      ]);
      for (const petition of petitions)
        expect(petition).toMatchObject({
          meetingId: answer.json['id'],
          receivedBy: 'dang-uy-huyen/d:760@0',
        });
      expect(petitions.map(({ promised }) => promised.resolveBy === null)).toEqual([false, false, true]);
      for (const word of ['Trần Thị Mai', 'Vỉa hè', '0900', ...receipts(answer).map(({ code }) => code)])
        expect(log.text()).not.toContain(word);
    });

    it('S2: gives the vacant posts to the district’s Party committee, with the day that its leader named', async () => {
      const answer = await post({ ...MEETING, receivedBy: 'dang-uy-huyen/d:760@0', items: [POSTS] });
      const { code } = receipts(answer)[0] ?? { code: '' };
      const { id } = await stage.load(code);
      await createAdvance(stage.deps)({ petitionId: id, thread: 'lead', run: 1, action: 'Route' }, CONTEXT);
      expect((await show(answer.json['id'])).json['items']).toMatchObject([
        {
          holder: { id: 'dang-uy-huyen/d:760@0' },
          dueAt: null,
          followUpAt: '2023-04-14T10:00:00.000Z',
        },
      ]);
    });

    it('records one at which nothing was handed in, and the auditor finds it', async () => {
      const { json } = await post({
        kind: 'KHU_PHO_VISIT',
        heldOn: '2023-03-09',
        unit: CAU_KHO,
        items: [],
      });
      expect(json).toMatchObject({ status: 'RECORDED', items: [] });
      const found = (await list(MARCH)).json['items'];
      expect(found).toMatchObject([
        {
          id: json['id'],
          kind: 'KHU_PHO_VISIT',
          heldOn: '2023-03-09',
          placeName: 'Phường Cầu Kho, Quận 1, Thành phố Hồ Chí Minh',
          items: 0,
          status: 'RECORDED',
          enteredBy: 'user-1',
        },
      ]);
      expect((await show(json['id'])).json).toMatchObject({ items: [], status: 'RECORDED' });
    });

    it('counts from the day of the meeting what is entered later, with a reason', async () => {
      const answer = await post({
        ...MEETING,
        heldOn: '2023-03-08',
        receivedAtReason: 'Biên bản hội nghị chuyển đến chậm.',
      });
      const [first] = receipts(answer);
      const petition = await stage.load(first?.code);
      expect(petition.receivedAt).toBe('2023-03-07T17:00:00.000Z');
      expect(await stage.fakes.vault.openFile(petition.id)).toMatchObject({
        receivedAtReason: 'Biên bản hội nghị chuyển đến chậm.',
      });
    });

    it('gives a khu phố visit the channel of its own', async () => {
      const [first] = receipts(await post({ ...MEETING, kind: 'KHU_PHO_VISIT' }));
      expect((await stage.load(first?.code)).channel).toBe('KHU_PHO_VISIT');
    });
  });

  describe('repeating a request', () => {
    it('gives the same meeting and the same receipts, and writes nothing twice', async () => {
      const first = await post(MEETING, KEY);
      const before = stored();
      const second = await post(MEETING, KEY);
      expect(second.json).toEqual(first.json);
      expect(stored()).toBe(before);
      expect((await list(MARCH)).json['items']).toHaveLength(1);
    });

    it('goes on where a crash stopped it', async () => {
      const { store } = stage.fakes;
      const create = store.create.bind(store);
      let writes = 0;
      store.create = (...given) => {
        writes += 1;
        return writes === 2 ? Promise.reject(new Error('crash')) : create(...given);
      };
      expect((await post(MEETING, KEY)).status).toBe(500);
      const found = (await list(MARCH)).json['items'] as { id: string; status: string }[];
      expect(found).toMatchObject([{ status: 'IMPORTING', items: 2 }]);
      const half = (await show(found[0]?.id)).json['items'];
      expect(half).toMatchObject([{ row: 1, category: 'TTDT' }, null]);
      store.create = create;
      // The rules of a later day do not stop what was checked on the first.
      stage.fakes.clock.advance({ days: 40 });
      const again = await post(MEETING, KEY);
      expect(again.json).toMatchObject({ id: found[0]?.id, status: 'RECORDED' });
      expect(receipts(again)).toHaveLength(2);
      expect(petitionCount()).toBe(2);
      expect((await show(found[0]?.id)).json).toMatchObject({
        status: 'RECORDED',
        items: [{ row: 1 }, { row: 2, category: 'XD' }],
      });
    });

    it('refuses another meeting under its key, and keeps clerks apart', async () => {
      await post(MEETING, KEY);
      const other = await post({ ...MEETING, items: [PERMIT] }, KEY);
      expect(other.json['type']).toBe('urn:kien-nghi:problem:idempotency-key-reused');
      const colleague = await post(MEETING, KEY, { ...staff('operator'), sub: 'user-2' });
      expect(colleague.status).toBe(202);
      expect((await list(MARCH)).json['items']).toHaveLength(2);
    });
  });

  describe('reading them', () => {
    it('shows what became of each item, without a person', async () => {
      const answer = await post(MEETING);
      const { id } = await stage.load(receipts(answer)[0]?.code);
      await createAdvance(stage.deps)({ petitionId: id, thread: 'lead', run: 1, action: 'Route' }, CONTEXT);
      const { status, json, text } = await show(answer.json['id'], staff('supervisor'));
      expect(status).toBe(200);
      expect(json['items']).toMatchObject([
        {
          row: 1,
          code: receipts(answer)[0]?.code,
          categoryLabel: 'Trật tự đô thị: lấn chiếm vỉa hè, lòng đường, giữ xe trái phép',
          status: 'ASSIGNED',
          holder: { id: 'ubnd-xa/w:26761@0' },
          late: false,
          outcome: null,
        },
        { row: 2, status: 'SUBMITTED', holder: null },
      ]);
      for (const word of ['Trần Thị Mai', 'Vỉa hè đường', '0900', String(receipts(answer)[0]?.secret)])
        expect(text + log.text()).not.toContain(word);
    });

    it('lists by the day of the meeting, both ends included, over months', async () => {
      const held = async (heldOn: string) => (await post({ ...MEETING, items: [], heldOn })).json['id'];
      const [late, early] = [await held('2023-03-01'), await held('2023-02-28')];
      const ids = async (from: string, to: string) =>
        ((await list({ province: 'p:79@0', from, to })).json['items'] as { id: string }[]).map(
          ({ id }) => id,
        );
      expect(await ids('2023-02-28', '2023-03-01')).toEqual([early, late]);
      expect(await ids('2023-03-01', '2023-03-01')).toEqual([late]);
      expect(await ids('2023-03-02', '2023-03-31')).toEqual([]);
      expect((await list({ ...MARCH, province: 'p:48@0' })).json['items']).toEqual([]);
    });

    it.each([
      ['no province', { from: '2023-03-01', to: '2023-03-31' }, '/province required'],
      ['a period that runs back', { ...MARCH, to: '2023-02-01' }, '/to from-before-to'],
      ['a period of a year', { ...MARCH, to: '2024-03-01' }, '/to period-too-long'],
      ['a day that is none', { ...MARCH, from: '2023-3-1' }, '/from not-a-day'],
      ['an unknown parameter', { ...MARCH, kind: 'x' }, ' unknown-field'],
    ])('refuses %s', async (_, query, expected) => {
      const { status, json } = await list(query);
      expect(status).toBe(422);
      const [issue] = json['errors'] as { pointer: string; code: string }[];
      expect(`${issue?.pointer ?? ''} ${issue?.code ?? ''}`).toBe(expected);
    });

    it('is for auditors, supervisors and operators only', async () => {
      const { json } = await post(MEETING);
      for (const role of ['auditor', 'supervisor', 'operator']) {
        expect((await list(MARCH, staff(role))).status).toBe(200);
        expect((await show(json['id'], staff(role))).status).toBe(200);
      }
      expect((await list(MARCH, staff('other'))).status).toBe(403);
      expect((await show(json['id'], staff())).status).toBe(403);
    });

    it('says of a meeting that does not exist the same as of an id that is none', async () => {
      expect((await show('01950000-0000-7000-8000-0000000000ff')).status).toBe(404);
      expect((await show('1')).status).toBe(404);
    });
  });
});
