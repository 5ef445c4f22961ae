import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/find-duplicates/handler.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, LINK, PERSONAL, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

describe('what the desk sees of petitions that may say the same', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const find = (code: string, claims = staff('operator')) =>
    call(
      createHandler(stage.deps),
      httpEvent('GET /api/operator/petitions/{code}/duplicates', { path: { code }, claims }),
    );
  const handIn = async (): Promise<string> => String((await stage.post(BODY)).json['code']);

  it('is code, category, day, state and holder; nothing of the person or the text, also not in the log', async () => {
    const first = await handIn();
    const again = await handIn();
    const answer = await find(again);
    expect(answer.status).toBe(200);
    expect(answer.json['items']).toMatchObject([{ code: first, status: 'SUBMITTED', holder: null }]);
    for (const word of PERSONAL) {
      expect(answer.text).not.toContain(word);
      expect(log.text()).not.toContain(word);
    }
  });

  it('is for operators only, and of codes that exist', async () => {
    const code = await handIn();
    expect((await find(code, staff('auditor'))).status).toBe(403);
    expect((await find(code, staff())).status).toBe(403);
    expect((await find('0000-0000-0000-0')).status).toBe(404);
    expect((await find(code)).json['items']).toEqual([]);
  });
});

describe("what the official's page says of them", () => {
  it('is the list, and the choice of the form; nobody is named', async () => {
    const stage = createStage();
    const first = String((await stage.post(BODY)).json['code']);
    await stage.assigned();
    const page = await call(stage.open, httpEvent('GET /t/{link}', { path: { link: LINK } }));
    expect(page.status).toBe(200);
    const [, listed = ''] = page.text.split('Có thể trùng với');
    expect(listed).toContain(first);
    expect(page.text).toMatch(/name="listedDuplicate" value="[0-9A-Z]{13}"/);
  });
});
