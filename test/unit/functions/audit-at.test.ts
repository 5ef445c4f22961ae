import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createHoldings } from '../../../functions/list-holdings/handler.js';
import { createHandler as createShow } from '../../../functions/show-petition/handler.js';
import { captureLog, type CapturedLog } from './support/captured-log.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { createStage, PERSONAL, WARD, type Stage } from './support/stage.js';

describe('questions about an instant', () => {
  let stage: Stage;
  let log: CapturedLog;
  beforeEach(() => {
    log = captureLog();
    stage = createStage();
  });
  afterEach(() => {
    log.release();
  });

  const show = (id: string, at: string) =>
    call(
      createShow(stage.deps),
      httpEvent('GET /api/audit/petitions/{id}', { path: { id }, query: { at }, claims: staff('auditor') }),
    );
  const held = (query: Record<string, string>, claims = staff('auditor')) =>
    call(createHoldings(stage.deps), httpEvent('GET /api/audit/holdings', { query, claims }));

  it('tells who held a petition then, what was due and whether it was late, whatever came later', async () => {
    const { id, head } = await stage.assigned();
    const before = (await show(id, head.at)).json;
    const due = String(before['dueAt']);
    stage.fakes.clock.advance({ days: 30 });
    const dayAfter = new Date(Date.parse(due) + 86_400_000).toISOString();
    expect(before).toMatchObject({ status: 'ASSIGNED', task: { holder: { id: WARD } }, late: false });
    expect((await show(id, due)).json).toMatchObject({ late: false, dueAt: due });
    expect((await show(id, dayAfter)).json).toMatchObject({ late: true, dueAt: due });
    expect((await show(id, head.at)).json).toEqual(before);
  });

  it('knows nothing of a petition before its receipt', async () => {
    const { id } = await stage.assigned();
    expect((await show(id, '2020-01-01')).status).toBe(404);
    expect((await show(id, 'yesterday')).status).toBe(422);
  });

  it('lists what an agency held then, each as it stood', async () => {
    const { id, head } = await stage.assigned();
    stage.fakes.clock.advance({ days: 30 });
    const { status, json, text } = await held({ agency: WARD, at: head.at });
    expect(status).toBe(200);
    expect(json['items']).toMatchObject([
      { id, status: 'ASSIGNED', holder: { id: WARD }, heldSince: head.at, late: false },
    ]);
    expect((await held({ agency: WARD, at: '2020-01-01' })).json['items']).toEqual([]);
    expect((await held({ agency: WARD, at: '2023-12-01' })).json['items']).toMatchObject([
      { id, late: true },
    ]);
    for (const word of PERSONAL) expect(text + log.text()).not.toContain(word);
  });

  it.each([
    ['no agency', { at: '2023-03-03' }, 422],
    ['no instant', { agency: WARD }, 422],
    ['too large a page', { agency: WARD, at: '2023-03-03', limit: '51' }, 422],
    ['an unknown field', { agency: WARD, at: '2023-03-03', x: '1' }, 422],
  ])('refuses %s', async (_, query, expected) => {
    expect((await held(query)).status).toBe(expected);
  });

  it('refuses others than auditors and the Front', async () => {
    const asked = { agency: WARD, at: '2023-03-03' };
    expect((await held(asked, staff('operator'))).status).toBe(403);
    expect((await held(asked, staff('supervisor'))).status).toBe(200);
  });
});
