import { beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import { call, httpEvent } from './support/http-event.js';
import { createStage, LINK, PUBLIC_ORIGIN, type Stage } from './support/stage.js';

describe('POST /t/{link} with another category', () => {
  let stage: Stage;
  let petition: Petition;
  beforeEach(async () => {
    stage = createStage();
    petition = await stage.assigned();
  });

  const nonce = async (): Promise<string> => {
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path: { link: LINK } }));
    return /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };
  const post = (fields: Record<string, string>) =>
    call(
      stage.decide,
      httpEvent('POST /t/{link}', {
        path: { link: LINK },
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_ORIGIN },
        body: new URLSearchParams(fields).toString(),
      }),
    );
  const now = () => stage.load(petition.code);

  it('classifies anew by the fields of that choice, also where the other fields were left empty', async () => {
    const { text: page } = await call(stage.open, httpEvent('GET /t/{link}', { path: { link: LINK } }));
    expect(page).toContain('name="answer.boi-thuong"');
    const form = { nonce: await nonce(), decision: 'reclassify', text: 'Là việc đất đai.' };
    const fields = { category: 'DATDAI', agency: '', 'condition.chan-thoat-nuoc': 'yes' };
    const { status, text } = await post({ ...form, ...fields, 'answer.boi-thuong': 'no' });
    expect([status, text]).toEqual([200, expect.stringContaining('Đã ghi nhận: Phân loại lại')]);
    expect(await now()).toMatchObject({ category: 'DATDAI', conditions: { 'boi-thuong': false } });
    const tracked = await call(
      stage.track,
      httpEvent('GET /api/petitions/{code}', { path: { code: petition.code } }),
    );
    expect(tracked.json).toMatchObject({
      category: 'DATDAI',
      reclassifications: [
        {
          ...{ from: 'GT-BIEN', fromLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông', to: 'DATDAI' },
          toLabel: tracked.json['categoryLabel'],
        },
      ],
    });
    expect(tracked.text).not.toContain('Là việc đất đai.');
  });

  it.each([
    [{ category: 'KHONG-CO' }, 'id="category-error"'],
    [{ category: '' }, 'id="category-error"'],
    [{ category: 'DATDAI', 'answer.chan-thoat-nuoc': 'yes' }, 'id="decision-error"'],
  ])('refuses a new classification with %o', async (fields, error) => {
    const form = { nonce: await nonce(), decision: 'reclassify', text: 'Là việc khác.' };
    const { status, text } = await post({ ...form, ...(fields as Record<string, string>) });
    expect([status, text]).toEqual([422, expect.stringContaining(error)]);
    expect((await now()).category).toBe(petition.category);
  });
});
