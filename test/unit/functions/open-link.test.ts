import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realJpeg } from '../../support/images.js';
import { captureLog, type CapturedLog } from './support/captured-log.js';
import { call, httpEvent } from './support/http-event.js';
import { BODY, createStage, LINK, type Stage } from './support/stage.js';

describe('GET /t/{link}', () => {
  let stage: Stage;
  let log: CapturedLog;
  beforeEach(() => {
    log = captureLog();
    stage = createStage();
  });
  afterEach(() => {
    log.release();
  });

  const open = (link = LINK) => call(stage.open, httpEvent('GET /t/{link}', { path: { link } }));
  const photo = (n: string, link = LINK) =>
    call(stage.open, httpEvent('GET /t/{link}/files/{n}', { path: { link, n } }));
  const everything = () => JSON.stringify(stage.fakes.database.all('Petitions'));

  it('shows the task with strict headers', async () => {
    await stage.assigned();
    const { status, headers, text } = await open();
    expect(status).toBe(200);
    expect(text).toContain('Xe khách đậu kín');
    expect(text).toContain('name="nonce"');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('keeps the person from the unit in a category that hides the submitter, and says why', async () => {
    await stage.assigned({ ...BODY, category: 'ANTT' });
    const { status, text } = await open();
    expect(status).toBe(200);
    expect(text).toContain('Xe khách đậu kín');
    expect(text).toContain('được giữ kín với đơn vị giải quyết');
    for (const personal of ['Trần Thị Mai', '0900', 'mai.tran']) expect(text).not.toContain(personal);
  });

  it('shows whom to ask in any other category, without the e-mail', async () => {
    await stage.assigned();
    const { text } = await open();
    expect(text).toContain('Trần Thị Mai');
    expect(text).not.toContain('mai.tran');
  });

  it('changes nothing, by GET or HEAD', async () => {
    await stage.assigned();
    const before = everything();
    await open();
    const head = await call(stage.open, httpEvent('HEAD /t/{link}', { path: { link: LINK } }));
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(everything()).toBe(before);
  });

  it('writes neither the link nor anything of the page to the log', async () => {
    const { id } = await stage.assigned();
    log.release();
    log = captureLog();
    await open();
    expect(log.text()).toContain(id);
    for (const word of [LINK, 'Mai', 'Xe khách', '0900']) expect(log.text()).not.toContain(word);
  });

  it('gives each rendering a nonce of its own', async () => {
    await stage.assigned();
    const nonce = async () => /name="nonce" value="([^"]+)"/.exec((await open()).text)?.[1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it.each(['BBBBBBBBBBBBBBBBBBBBBB', 'short', '../../etc/passwd'])('knows nothing of %s', async (link) => {
    const { code } = await stage.assigned();
    const { status, text } = await open(link);
    expect(status).toBe(404);
    expect(text).not.toContain(code.slice(0, 4));
    expect(text).not.toContain(link);
  });

  it('says who holds it once the link is dead', async () => {
    const { id } = await stage.assigned();
    await stage.fakes.links.put({
      ...(await stage.fakes.links.find(await linkHash()))!,
      petitionId: id,
      taskNo: 7,
    });
    const { status, text } = await open();
    expect(status).toBe(410);
    expect(text).toContain('Thới An');
    expect(text).not.toContain('Trần Thị Mai');
  });

  const linkHash = async (): Promise<string> => {
    const { createHash } = await import('node:crypto');
    return createHash('sha256').update(LINK).digest('hex');
  };

  it('shows the photos of its petition while it lives, and no other file', async () => {
    await stage.assigned({ ...BODY, photos: [Buffer.from(realJpeg).toString('base64')] });
    const found = await photo('0');
    expect(found.status).toBe(200);
    expect(found.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(found.text, 'base64').subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    for (const n of ['1', '3', '-1', '00', 'x']) expect((await photo(n)).status).toBe(404);
    expect((await photo('0', 'BBBBBBBBBBBBBBBBBBBBBB')).status).toBe(404);
  });
});
