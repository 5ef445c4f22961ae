import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../core/audit/verify-chain.js';
import { createHandler as createList } from '../../../functions/list-petitions/handler.js';
import { createHandler as createHistory } from '../../../functions/show-history/handler.js';
import { createHandler as createShow } from '../../../functions/show-petition/handler.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, PERSONAL, WARD, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const MARCH = { 'received.from': '2023-03-01', 'received.to': '2023-04-01', province: 'p:79@0' };

interface Item {
  id: string;
  code: string;
  late: boolean;
}

describe("the auditors' routes", () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const list = (query: Record<string, string>, claims = staff('auditor')) =>
    call(createList(stage.deps), httpEvent('GET /api/audit/petitions', { query, claims }));
  const show = (id: string, claims = staff('auditor')) =>
    call(createShow(stage.deps), httpEvent('GET /api/audit/petitions/{id}', { path: { id }, claims }));
  const history = (id: string, claims = staff('auditor')) =>
    call(
      createHistory(stage.deps),
      httpEvent('GET /api/audit/petitions/{id}/history', { path: { id }, claims }),
    );
  const found = async (query: Record<string, string>) => (await list(query)).json['items'] as Item[];

  it('lists what was received in a period, newest first, with codes as people write them', async () => {
    const first = await stage.assigned();
    stage.fakes.clock.advance({ hours: 1 });
    const second = await stage.assigned(BODY, 'BBBBBBBBBBBBBBBBBBBBBB');
    const items = await found(MARCH);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(items[0]?.code).toMatch(/^.{4}-.{4}-.{4}-.$/);
    expect((await found({ ...MARCH, order: 'oldest' })).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('lists by holder and by ward, and narrows down by the rest', async () => {
    const { id } = await stage.assigned();
    for (const query of [
      { agency: WARD },
      { unit: 'w:26773@0' },
      { ...MARCH, agency: WARD, status: 'ASSIGNED' },
    ])
      expect((await found(query)).map((item) => item.id)).toEqual([id]);
    for (const query of [
      { ...MARCH, category: 'TTDT' },
      { ...MARCH, late: 'true' },
      { agency: 'so-xd/p:79@0' },
    ])
      expect(await found(query)).toEqual([]);
    stage.fakes.clock.advance({ days: 30 });
    expect(await found({ ...MARCH, late: 'true' })).toHaveLength(1);
  });

  it('goes on from page to page, and not with the cursor of another query', async () => {
    await stage.assigned();
    await stage.assigned(BODY, 'BBBBBBBBBBBBBBBBBBBBBB');
    const { json } = await list({ ...MARCH, limit: '1' });
    const cursor = String(json['next']);
    const second = await list({ ...MARCH, limit: '1', cursor });
    expect((second.json['items'] as Item[])[0]?.id).not.toBe((json['items'] as Item[])[0]?.id);
    const foreign = await list({ ...MARCH, province: 'p:48@0', cursor });
    expect(foreign.json['type']).toBe('urn:kien-nghi:problem:invalid-cursor');
  });

  it.each([
    ['nothing to read by', {}, ' one-criterion'],
    ['a period without a province', { ...MARCH, province: '' }, '/province unknown-unit'],
    ['an open period', { 'received.from': '2023-03-01', province: 'p:79@0' }, '/received.to required'],
    ['a period that runs back', { ...MARCH, 'received.to': '2023-02-01' }, '/received.to from-before-to'],
    ['a period of years', { ...MARCH, 'received.to': '2025-03-02' }, '/received.to period-too-long'],
    ['two orders', { province: 'p:79@0', running: 'true', decidedLate: '2023-03' }, '/running one-criterion'],
    ['a month that is none', { province: 'p:79@0', decidedLate: '2023-13' }, '/decidedLate not-valid'],
    ['what runs nowhere', { running: 'true' }, '/province required'],
    ['a number without digits', { ...MARCH, transfersOver: '' }, '/transfersOver not-valid'],
    ['a number beyond its bound', { ...MARCH, transfersOver: '21' }, '/transfersOver too-big'],
    ['a status that is none', { ...MARCH, status: 'LOST' }, '/status not-in-list'],
    ['too large a page', { ...MARCH, limit: '1000' }, '/limit too-big'],
    ['a day that is none', { ...MARCH, 'received.from': 'yesterday' }, '/received.from not-valid'],
    ['an unknown parameter', { ...MARCH, sort: 'name' }, ' unknown-field'],
  ])('refuses %s', async (_, query, expected) => {
    const { status, json } = await list(query);
    expect(status).toBe(422);
    const [issue] = json['errors'] as { pointer: string; code: string }[];
    expect(`${issue?.pointer ?? ''} ${issue?.code ?? ''}`).toBe(expected);
  });

  it('shows the record with names of category and place, and no person', async () => {
    const { id } = await stage.assigned();
    const { status, json, text } = await show(id);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
      placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
      task: { holder: { id: WARD } },
      late: false,
    });
    for (const word of PERSONAL) expect(text + log.text()).not.toContain(word);
  });

  it('hands out the sealed history, which verifies as it is', async () => {
    const { id, head } = await stage.assigned();
    const { json, text } = await history(id);
    const events = json['events'] as Parameters<typeof verifyChain>[1];
    expect(events).toHaveLength(2);
    expect(verifyChain(id, events, head)).toEqual([]);
    for (const word of PERSONAL) expect(text).not.toContain(word);
  });

  it('says of a petition that does not exist the same as of an id that is none', async () => {
    const answers = [
      await show('01950000-0000-7000-8000-0000000000ff'),
      await show('1'),
      await history('01950000-0000-7000-8000-0000000000ff'),
      await history('../../x'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it.each([
    ['no token', undefined, 401],
    ['a token without groups', { sub: 'user-1' }, 403],
    ['another role', staff('operator'), 403],
    ['a role that only looks like it', staff('auditors', 'not-auditor'), 403],
    ['a token without a subject', { 'cognito:groups': '[auditor]' }, 401],
  ])('refuses %s before it looks at anything', async (_, claims, expected) => {
    const { id } = await stage.assigned();
    const asked = claims === undefined ? {} : { claims };
    const event = httpEvent('GET /api/audit/petitions/{id}', { path: { id }, ...asked });
    const { status, text } = await call(createShow(stage.deps), event);
    expect(status).toBe(expected);
    expect(text).not.toContain(id);
  });

  it('lets the Front see progress but not the history', async () => {
    const { id } = await stage.assigned();
    expect((await show(id, staff('supervisor'))).status).toBe(200);
    expect((await list(MARCH, staff('supervisor'))).status).toBe(200);
    expect((await history(id, staff('supervisor'))).status).toBe(403);
  });
});
