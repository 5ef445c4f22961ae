import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler as createHoldings } from '../../../functions/list-holdings/handler.js';
import { createHandler as createShow } from '../../../functions/show-petition/handler.js';
import { createHandler as createVerify } from '../../../functions/verify-petition/handler.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, PERSONAL, WARD, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

describe('verification', () => {
  const log = useLog();
  const verify = (stage: Stage, id: string, claims = staff('auditor')) =>
    call(
      createVerify(stage.deps),
      httpEvent('GET /api/audit/petitions/{id}/verification', { path: { id }, claims }),
    );

  it('finds a petition sound, and says what is wrong when somebody wrote into its history', async () => {
    const stage = createStage();
    const { id } = await stage.assigned();
    expect((await verify(stage, id)).json).toEqual({
      petitionId: id,
      events: 2,
      isSound: true,
      findings: [],
    });
    const { database } = stage.fakes;
    const key = { pk: `HIST#${id}`, sk: 'E#000002' };
    const item = database.get('Petitions', key) as unknown as { event: object };
    const moved = { ...item, event: { ...item.event, at: '2023-03-01T00:00:00.000Z' } };
    database.write({ table: 'Petitions', key, apply: () => moved as never });
    const { json, text } = await verify(stage, id);
    expect(json).toEqual({
      ...{ petitionId: id, events: 2, isSound: false },
      findings: [{ kind: 'edited', seq: 2, lastSeq: 2 }],
    });
    expect(log.text()).toContain('Petition is not what was sealed');
    for (const word of PERSONAL) expect(text + log.text()).not.toContain(word);
    // The first of the file loads the registry: that takes its time on a busy machine.
  }, 20_000);

  it('knows no petition that is none, and answers auditors and the Front only', async () => {
    const stage = createStage();
    const { id } = await stage.assigned();
    expect((await verify(stage, '01950000-0000-7000-8000-0000000000ff')).status).toBe(404);
    expect((await verify(stage, id, staff('operator'))).status).toBe(403);
    expect((await verify(stage, id, staff('supervisor'))).status).toBe(200);
  });
});

describe('questions about an instant', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
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

  it('does not tell what will be', async () => {
    const { id } = await stage.assigned();
    expect((await show(id, '2030-01-01')).status).toBe(422);
    const { status, json } = await held({ agency: WARD, at: '2030-01-01' });
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ pointer: '/at', code: 'in-future' }]);
  });

  it('names a petition whose history cannot be read, and hides no other', async () => {
    const sound = await stage.assigned();
    const broken = await stage.assigned(BODY, 'BBBBBBBBBBBBBBBBBBBBBB');
    const key = { pk: `HIST#${broken.id}`, sk: 'E#000002' };
    stage.fakes.database.write({ table: 'Petitions', key, apply: () => ({ ...key, event: { seq: 2 } }) });
    stage.fakes.clock.advance({ days: 3 });
    const { json } = await held({ agency: WARD, at: '2023-03-11' });
    expect(json['items']).toMatchObject([{ id: sound.id }]);
    expect(json['unreadable']).toEqual([broken.id]);
  });

  it('takes a table that does not answer for what it is, not for a broken history', async () => {
    await stage.assigned();
    stage.fakes.clock.advance({ days: 3 });
    const store = { history: () => Promise.reject(new Error('throttled')) };
    const { status, text } = await call(
      createHoldings({ ...stage.deps, store }),
      httpEvent('GET /api/audit/holdings', {
        query: { agency: WARD, at: '2023-03-11' },
        claims: staff('auditor'),
      }),
    );
    expect(status).toBe(500);
    expect(text).not.toContain('unreadable');
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
    expect((await held({ agency: WARD, at: '2023-04-05' })).json['items']).toMatchObject([
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
