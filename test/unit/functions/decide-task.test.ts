import { beforeEach, describe, expect, it } from 'vitest';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Petition } from '../../../core/petition/petition.js';
import { pdf, realPng } from '../../support/images.js';
import { metricNames } from './support/captured-log.js';
import { call, httpEvent, type Answer } from './support/http-event.js';
import { createStage, LINK, PUBLIC_ORIGIN, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

const RESOLVE = {
  decision: 'resolve',
  text: 'Đã lắp biển cấm dừng đỗ.',
  noEvidenceReason: 'Ảnh sẽ bổ sung.',
  actorName: 'Nguyễn Văn An',
  actorPosition: 'Phó Chủ tịch',
};

describe('POST /t/{link}', () => {
  let stage: Stage;
  const log = useLog();
  let petition: Petition;
  beforeEach(async () => {
    stage = createStage();
    petition = await stage.assigned();
  });

  const nonce = async (): Promise<string> => {
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path: { link: LINK } }));
    return /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };

  /** The event of a form as a browser posts it: multipart, in base64. */
  const posted = async (
    fields: Record<string, string>,
    more: { files?: Uint8Array[]; signed?: Uint8Array[]; origin?: string | null } = {},
  ): Promise<APIGatewayProxyEventV2> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const bytes of more.files ?? [])
      form.append('evidence', new Blob([new Uint8Array(bytes)]), '../anh.png');
    for (const bytes of more.signed ?? [])
      form.append('signedFile', new Blob([new Uint8Array(bytes)]), 'van-ban.pdf');
    const request = new Response(form);
    const body = Buffer.from(await request.arrayBuffer()).toString('base64');
    const origin = more.origin === undefined ? PUBLIC_ORIGIN : more.origin;
    return httpEvent('POST /t/{link}', {
      path: { link: LINK },
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        ...(origin !== null && { origin }),
      },
      body,
      isBase64Encoded: true,
    });
  };
  const post = async (...form: Parameters<typeof posted>): Promise<Answer> =>
    call(stage.decide, await posted(...form));
  const now = () => stage.load(petition.code);

  it('records a decision and shows a receipt', async () => {
    const { status, text, headers } = await post({ nonce: await nonce(), decision: 'accept' });
    expect(status).toBe(200);
    expect(text).toContain('Đã ghi nhận');
    expect(headers['cache-control']).toBe('no-store');
    expect((await now()).status).toBe('ACCEPTED');
    expect(metricNames(log)).toContain('DecisionRecorded');
  });

  it('takes a urlencoded form, and one without an Origin on its nonce alone', async () => {
    const body = new URLSearchParams({
      nonce: await nonce(),
      decision: 'note',
      text: 'Đã khảo sát.',
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const event = httpEvent('POST /t/{link}', { path: { link: LINK }, headers, body });
    expect((await call(stage.decide, event)).status).toBe(200);
    expect((await post({ nonce: await nonce(), decision: 'accept' }, { origin: null })).status).toBe(200);
  });

  it.each(['https://elsewhere.example', 'null', 'https://kien-nghi.example.evil.example'])(
    'refuses a form from %s',
    async (origin) => {
      const { status } = await post({ nonce: await nonce(), decision: 'accept' }, { origin });
      expect(status).toBe(403);
      expect((await now()).status).toBe('ASSIGNED');
    },
  );

  it('keeps evidence by its content and puts nothing that was written into the log', async () => {
    const form = { nonce: await nonce(), ...RESOLVE, noEvidenceReason: '' };
    expect((await post(form, { files: [realPng] })).status).toBe(200);
    const last = (await stage.fakes.store.history(petition.id)).at(-1);
    expect(last?.type === 'PetitionResolved' && last.data.evidence).toMatchObject([{ type: 'image/png' }]);
    for (const word of ['biển cấm', 'Nguyễn Văn An', LINK, 'anh.png']) expect(log.text()).not.toContain(word);
  });

  it('keeps a signed document apart from the evidence, and tells of it where the answer is read', async () => {
    const form = { nonce: await nonce(), ...RESOLVE, documentNo: '125/UBND-ĐT' };
    expect((await post(form, { files: [realPng], signed: [pdf] })).status).toBe(200);
    const last = (await stage.fakes.store.history(petition.id)).at(-1);
    expect(last).toMatchObject({
      data: { evidence: [{ type: 'image/png' }], signedFile: { type: 'application/pdf', size: pdf.length } },
    });
    expect((await now()).outcome?.signedFile).toMatchObject({ size: pdf.length });
  });

  it.each([
    ['no pdf', { signed: [realPng] }, RESOLVE],
    ['two of them', { signed: [pdf, pdf] }, RESOLVE],
    ['with what is no answer', { signed: [pdf] }, { decision: 'note', text: 'Đang xem.' }],
  ])('takes no signed document that is %s', async (_case, files, fields) => {
    const { status, text } = await post({ nonce: await nonce(), ...fields }, files);
    expect([status, text]).toEqual([422, expect.stringContaining('id="signedFile-error"')]);
    expect((await now()).status).toBe('ASSIGNED');
  });

  it('gives the same form twice the same receipt, also when the task is over', async () => {
    const form = { nonce: await nonce(), ...RESOLVE };
    const [first, second] = [await post(form), await post(form)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toContain('không có gì bị ghi hai lần');
    expect((await now()).head.seq).toBe(3);
    expect(metricNames(log).filter((name) => name === 'DecisionRecorded')).toHaveLength(1);
  });

  it('shows the form again with all that was typed, beside what is wrong', async () => {
    const { status, text } = await post({
      nonce: await nonce(),
      ...RESOLVE,
      actorPosition: ' ',
      noEvidenceReason: '',
    });
    expect(status).toBe(422);
    expect(text).toContain('Đã lắp biển cấm dừng đỗ.');
    expect(text).toContain('id="actorPosition-error"');
    expect((await now()).status).toBe('ASSIGNED');
  });

  it.each([
    ['no decision', { decision: '' }, 'decision-error'],
    ['a decision that nobody knows', { decision: 'delete' }, 'decision-error'],
    [
      'a made-up nonce',
      { decision: 'accept', nonce: `${'0'.repeat(24)}.${'0'.repeat(22)}` },
      'decision-error',
    ],
    ['a text that is too long', { decision: 'note', text: 'a'.repeat(4_001) }, 'text-error'],
    ['a ground outside the law', { ...RESOLVE, decision: 'reject', ground: 'too-busy' }, 'ground'],
    ['a day that is none', { decision: 'extend', text: 'Chờ.', until: '2023-02-31' }, 'until'],
    ['a field of its own', { decision: 'accept', isAdmin: 'true' }, 'decision-error'],
  ])('refuses %s', async (_, fields, where) => {
    const { status, text } = await post({ nonce: await nonce(), ...fields });
    expect(status).toBe(422);
    expect(text).toContain(where);
    expect((await now()).head.seq).toBe(2);
  });

  it('escapes what was typed when it shows it again', async () => {
    const { text } = await post({
      nonce: await nonce(),
      ...RESOLVE,
      text: '<script>alert(1)</script>',
      actorName: '',
    });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });

  it('refuses a file that is none of the types taken, whatever it is called', async () => {
    const html = new TextEncoder().encode('<html><script>1</script></html>');
    const { status, text } = await post({ nonce: await nonce(), ...RESOLVE }, { files: [html] });
    expect(status).toBe(422);
    expect(text).toContain('evidence-error');
  });

  it('passes answers to questions on to the next authority', async () => {
    await post({
      nonce: await nonce(),
      decision: 'beyond-competence',
      text: 'Đường do quận quản lý.',
      'condition.duong-tp': 'yes',
      'condition.den-tin-hieu': '',
    });
    expect((await now()).conditions).toEqual({ 'duong-tp': true });
  });

  it('tells a latecomer who has decided, and gives the text back', async () => {
    const late = await nonce();
    await post({ nonce: await nonce(), ...RESOLVE });
    const { status, text } = await post({ nonce: late, decision: 'note', text: 'Ghi chú đến muộn.' });
    expect(status).toBe(409);
    expect(text).toContain('không được ghi nhận');
    expect(text).toContain('Ghi chú đến muộn.');
    expect(metricNames(log)).toContain('DecisionTooLate');
  });

  it('does not take a used nonce for another decision', async () => {
    const used = await nonce();
    await post({ nonce: used, decision: 'accept' });
    const { status, text } = await post({ nonce: used, decision: 'note', text: 'Khác.' });
    expect(status).toBe(409);
    expect(text).toContain('Khác.');
    expect((await now()).head.seq).toBe(3);
  });

  it('shows the page again when the state no longer allows the decision', async () => {
    const [first, second] = [await nonce(), await nonce()];
    await post({ nonce: first, decision: 'accept' });
    const { status, text } = await post({ nonce: second, decision: 'accept' });
    expect(status).toBe(409);
    expect(text).toContain('Kiến nghị đã thay đổi');
  });

  const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    { what: 'JSON', headers: { 'content-type': 'application/json' }, body: '{}', expected: 415 },
    { what: 'no type', headers: {}, body: 'a=b', expected: 415 },
    {
      what: 'multipart without a boundary',
      headers: { 'content-type': 'multipart/form-data' },
      body: 'x',
      expected: 422,
    },
    {
      what: 'broken multipart',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nx',
      expected: 422,
    },
    { what: 'a name twice', headers: URLENCODED, body: 'decision=accept&decision=reject', expected: 422 },
    { what: 'more than the bound', headers: URLENCODED, body: `a=${'a'.repeat(4_400_000)}`, expected: 413 },
  ])('refuses $what with a page', async ({ headers, body, expected }) => {
    const { status, headers: answered } = await call(
      stage.decide,
      httpEvent('POST /t/{link}', { path: { link: LINK }, headers, body }),
    );
    expect(status).toBe(expected);
    expect(answered['content-type']).toContain('text/html');
    expect(answered['content-security-policy']).toContain("default-src 'none'");
  });

  it('says of an unknown link that there is no such page', async () => {
    const event = await posted({ nonce: 'x', decision: 'accept' });
    const { status } = await call(stage.decide, {
      ...event,
      pathParameters: { link: 'BBBBBBBBBBBBBBBBBBBBBB' },
    });
    expect(status).toBe(404);
  });
});
