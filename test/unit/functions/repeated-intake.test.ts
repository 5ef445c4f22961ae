import { beforeEach, describe, expect, it } from 'vitest';
import { BODY, createStage, LINK, type Stage } from './support/stage.js';

describe('POST /api/petitions once more with the same key', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });

  it.each([
    ['was split', { decision: 'split', 'matter.1.category': 'GT-BIEN', 'matter.2.category': 'TTDT' }],
    ['was classified anew', { decision: 'reclassify', category: 'TTDT' }],
  ])('gives a repeated request the same answer after the petition %s', async (_, fields) => {
    const key = { 'idempotency-key': 'khoa-gui-lai-4' };
    const first = await stage.post(BODY, key);
    const { id } = await stage.assigned(BODY, LINK, key);
    const before = await stage.fakes.store.load(id);
    expect((await stage.decideBy(LINK, { text: 'Xem lại việc.', ...fields })).status).toBe(200);
    expect((await stage.fakes.store.load(id))?.promised).not.toEqual(before?.promised);
    expect((await stage.post(BODY, key)).json).toEqual(first.json);
  });

  it('gives a repeated request of several matters their codes once more', async () => {
    const key = { 'idempotency-key': 'khoa-gui-lai-5' };
    const body = { ...BODY, matters: [{ category: 'GT-BIEN' }, { category: 'TTDT' }] };
    const first = await stage.post(body, key);
    expect(first.json).toMatchObject({ promised: { resolveBy: null }, matters: [{}, {}] });
    expect((await stage.post(body, key)).json).toEqual(first.json);
  });
});
