import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/show-signed-file/handler.js';
import { pdf } from '../../support/images.js';
import { call, httpEvent, type Answer } from './support/http-event.js';
import { createStage, jsonHeaders, LINK, PUBLIC_ORIGIN, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const RESOLVE = {
  decision: 'resolve',
  text: 'Đã lắp biển cấm dừng.',
  noEvidenceReason: 'Ảnh sẽ bổ sung.',
  actorName: 'Nguyễn Văn An',
  actorPosition: 'Phó Chủ tịch',
};

describe('the signed document of an answer', () => {
  let stage: Stage;
  const log = useLog();
  let code: string;
  let secret: string;
  beforeEach(async () => {
    stage = createStage();
    const petition = await stage.assigned();
    code = petition.code;
    secret = await stage.secretOf(petition);
  });

  const answer = async (signed: Uint8Array[]): Promise<void> => {
    const path = { link: LINK };
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path }));
    const form = new FormData();
    const nonce = /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
    for (const [name, value] of Object.entries({ nonce, ...RESOLVE })) form.append(name, value);
    for (const bytes of signed) form.append('signedFile', new Blob([new Uint8Array(bytes)]), 'a.pdf');
    const request = new Response(form);
    const event = httpEvent('POST /t/{link}', {
      path,
      headers: { 'content-type': request.headers.get('content-type') ?? '', origin: PUBLIC_ORIGIN },
      body: Buffer.from(await request.arrayBuffer()).toString('base64'),
      isBase64Encoded: true,
    });
    expect((await call(stage.decide, event)).status).toBe(200);
  };

  const ask = (body: unknown, of = code): Promise<Answer> =>
    call(
      createHandler(stage.deps),
      httpEvent('POST /api/petitions/{code}/signed-file', {
        path: { code: of },
        headers: jsonHeaders(),
        body: JSON.stringify(body),
      }),
    );

  it('is had with the receipt, as a download that no cache keeps', async () => {
    await answer([pdf]);
    const { status, text, headers } = await ask({ secret });
    expect(status).toBe(200);
    expect(Buffer.from(text, 'base64').equals(Buffer.from(pdf))).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="van-ban-da-ky.pdf"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    for (const word of [secret, code, 'biển cấm', 'Nguyễn Văn An']) expect(log.text()).not.toContain(word);
  });

  it('is not told apart from an unknown code or a wrong secret where there is none', async () => {
    const before = await ask({ secret });
    await answer([]);
    const without = await ask({ secret });
    const wrong = await ask({ secret: 'f'.repeat(20) });
    const unknown = await ask({ secret }, '0000-0000-0000-0');
    for (const { status, json } of [before, without, wrong, unknown]) {
      expect(status).toBe(404);
      expect({ ...json, instance: '' }).toEqual({ ...before.json, instance: '' });
    }
  });

  it('is refused with a wrong secret though it is there', async () => {
    await answer([pdf]);
    expect((await ask({ secret: 'f'.repeat(20) })).status).toBe(404);
  });

  it.each([
    ['no secret', {}, '/secret'],
    ['an unknown field', { secret: 'a', key: 1 }, ''],
    ['a secret without bounds', { secret: 'a'.repeat(81) }, '/secret'],
  ])('refuses %s', async (_what, body, pointer) => {
    const { status, json } = await ask(body);
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ pointer }]);
  });
});
