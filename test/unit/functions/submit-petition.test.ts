import { beforeEach, describe, expect, it } from 'vitest';
import { realJpeg, pdf } from '../../support/images.js';
import { createHandler } from '../../../functions/submit-petition/handler.js';
import { metricNames } from './support/captured-log.js';
import { call, httpEvent, REQUEST_ID } from './support/http-event.js';
import { BODY, createStage, jsonHeaders, PERSONAL, PUBLIC_ORIGIN, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

interface Issue {
  pointer: string;
  code: string;
  message: string;
}

describe('POST /api/petitions', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const stored = () => stage.fakes.database.all('Petitions').length;
  const issues = async (body: unknown): Promise<Issue[]> =>
    (await stage.post(body)).json['errors'] as Issue[];
  const codes = async (body: unknown): Promise<string[]> =>
    (await issues(body)).map(({ pointer, code }) => `${pointer} ${code}`);

  it('answers 202 with a readable code, the secret, the status URL and the dates promised', async () => {
    const { status, headers, json } = await stage.post(BODY);
    expect(status).toBe(202);
    expect(json['code']).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(json['secret']).toMatch(/^[0-9a-f]{20}$/);
    expect(json['statusUrl']).toBe(`${PUBLIC_ORIGIN}/api/petitions/${String(json['code'])}`);
    expect(json['status']).toBe('SUBMITTED');
    expect(json['promised']).toEqual({
      firstNoticeBy: expect.stringContaining('2023-03-24') as string,
      resolveBy: expect.stringContaining('2023-03-17') as string,
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('writes nothing personal to log or metrics, and the id of the petition', async () => {
    const { json } = await stage.post(BODY);
    const { id } = await stage.load(json['code']);
    for (const word of [...PERSONAL, String(json['secret']), String(json['code'])])
      expect(log.text()).not.toContain(word);
    expect(log.text()).toContain(id);
    expect(metricNames(log)).toContain('PetitionSubmitted');
    expect(log.entries()).toContainEqual(
      expect.objectContaining({ service: 'test', stage: 'test', PetitionSubmitted: 1 }),
    );
  });

  it('gives a repeated request the same answer and keeps one petition', async () => {
    const key = { 'idempotency-key': 'khoa-gui-lai-1' };
    const [first, second] = [await stage.post(BODY, key), await stage.post(BODY, key)];
    expect(second.status).toBe(202);
    expect(second.json).toEqual(first.json);
    const documents = stage.fakes.database.all('Residents').filter(({ sk }) => sk.startsWith('DOC#'));
    expect(documents).toHaveLength(1);
  });

  it('takes down whom it is about, if there is such an agency', async () => {
    const against = 'ubnd-xa/w:26773@0';
    const { json } = await stage.post({ ...BODY, against });
    expect(await stage.load(json['code'])).toMatchObject({ against });
    expect(await codes({ ...BODY, against: 'khong-co' })).toEqual(['/against unknown-agency']);
  });

  it('recognises a repetition that differs in nothing but spacing, order of keys and Unicode form', async () => {
    const key = { 'idempotency-key': 'khoa-gui-lai-2' };
    const first = await stage.post(BODY, key);
    const { consent, ...rest } = BODY;
    const second = await stage.post(
      { consent, ...rest, description: `  ${BODY.description.normalize('NFD')}\n` },
      key,
    );
    expect(second.json).toEqual(first.json);
  });

  it('refuses another body under a used key', async () => {
    const key = { 'idempotency-key': 'khoa-gui-lai-3' };
    await stage.post(BODY, key);
    const { status, json } = await stage.post({ ...BODY, category: 'TTDT' }, key);
    expect(status).toBe(422);
    expect(json['type']).toBe('urn:kien-nghi:problem:idempotency-key-reused');
  });

  it('makes a petition of every request without a key', async () => {
    const [first, second] = [await stage.post(BODY), await stage.post(BODY)];
    expect(second.json['code']).not.toBe(first.json['code']);
  });

  it.each(['short', 'has space in it', 'x'.repeat(129), 'khóa-có-dấu'])('refuses the key %j', async (key) => {
    const { status, json } = await stage.post(BODY, { 'idempotency-key': key });
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ code: 'invalid-key' }]);
  });

  it('names every fault by pointer and code and repeats nothing of the input', async () => {
    const { status, headers, text, json } = await stage.post({
      ...BODY,
      description: 'cụt',
      consent: false,
      submitter: { kind: 'robot', name: ' ', phone: 'gọi-tôi-nhé', email: 'không phải thư' },
      hackerField: 'DROP TABLE',
    });
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('application/problem+json');
    expect((json['errors'] as Issue[]).map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      ' unknown-field',
      '/consent consent-needed',
      '/description too-short',
      '/submitter/email invalid-email',
      '/submitter/kind not-in-list',
      '/submitter/name required',
      '/submitter/phone invalid-phone',
    ]);
    for (const sent of ['cụt', 'robot', 'gọi-tôi', 'không phải thư', 'hackerField', 'DROP'])
      expect(text).not.toContain(sent);
    expect(json).toMatchObject({ instance: `urn:kien-nghi:request:${REQUEST_ID}`, requestId: REQUEST_ID });
    expect(stored()).toBe(0);
  });

  it.each([
    ['both places', { ...BODY, point: { lat: 10.87, lon: 106.65 } }, '/unit unit-or-point'],
    ['no place', { ...BODY, unit: undefined }, '/unit unit-or-point'],
    ['a unit that is no id', { ...BODY, unit: 'Phường 2' }, '/unit unknown-unit'],
    ['a unit that does not exist', { ...BODY, unit: 'w:99999@0' }, '/unit unknown-unit'],
    ['an unknown category', { ...BODY, category: 'KHONG-CO' }, '/category unknown-category'],
    [
      'a question of another category',
      { ...BODY, conditions: { 'the-bhyt': true } },
      '/conditions unknown-condition',
    ],
    ['a control character', { ...BODY, address: 'Số 1\u0000' }, '/address control-characters'],
    [
      'a line feed in a name',
      { ...BODY, submitter: { ...BODY.submitter, name: 'A\nB' } },
      '/submitter/name control-characters',
    ],
    [
      'reversed writing',
      { ...BODY, description: `${BODY.description}\u202E` },
      '/description control-characters',
    ],
    ['a long description', { ...BODY, description: 'a'.repeat(5_001) }, '/description too-long'],
    ['a long address', { ...BODY, address: 'a'.repeat(301) }, '/address too-long'],
    ['a missing category', { ...BODY, category: undefined }, '/category required'],
    ['a missing consent', { ...BODY, consent: undefined }, '/consent consent-needed'],
    ['a number as description', { ...BODY, description: 5 }, '/description wrong-type'],
    ['an answer that is no boolean', { ...BODY, conditions: { 'bi-mat': 'x' } }, '/conditions wrong-type'],
    ['a channel of its own', { ...BODY, channel: 'fax' }, '/channel not-in-list'],
    ['four photos', { ...BODY, photos: Array(4).fill('AAAA') }, '/photos too-big'],
    ['a photo that is not base64', { ...BODY, photos: ['a-photo!'] }, '/photos/0 invalid-base64'],
    ['a PDF as photo', { ...BODY, photos: [Buffer.from(pdf).toString('base64')] }, '/photos/0 file-type'],
    ['urgency where there is none', { ...BODY, category: 'TTDT', urgent: true }, '/urgent never-urgent'],
  ])('refuses %s', async (_, body, expected) => {
    expect(await codes(body)).toEqual([expected]);
    expect(stored()).toBe(0);
  });

  it.each(['khieu-nai', 'to-cao'])('guides %s to its own track and keeps nothing of it', async (nature) => {
    const { status, json } = await stage.post({ ...BODY, nature });
    expect(status).toBe(422);
    expect(json['type']).toBe(`urn:kien-nghi:problem:${nature}`);
    expect(json['detail']).toContain('Luật');
    expect(stored()).toBe(0);
    for (const word of PERSONAL) expect(log.text()).not.toContain(word);
    expect(metricNames(log)).toContain('SubmissionGuided');
  });

  it('answers an emergency with the numbers to call, in the language asked for', async () => {
    const vi = await stage.post({ emergency: true });
    const en = await stage.post({ emergency: true }, { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' });
    expect(vi.json['detail']).toMatch(/113.*114.*115/);
    expect(en.json['detail']).toContain('Call 113');
    expect(en.headers['content-language']).toBe('en');
  });

  it("refuses the reception desk's fields by name", async () => {
    const { json } = await stage.post({ ...BODY, receivedBy: 'ubnd-huyen/d:770@0', externalRef: 'A-1' });
    expect(json['type']).toBe('urn:kien-nghi:problem:operator-only');
    expect((json['errors'] as Issue[]).map(({ pointer }) => pointer)).toEqual([
      '/receivedBy',
      '/externalRef',
    ]);
  });

  it('keeps photos by content, without their metadata', async () => {
    const { json } = await stage.post({ ...BODY, photos: [Buffer.from(realJpeg).toString('base64')] });
    const { id } = await stage.load(json['code']);
    const [first] = await stage.fakes.store.history(id);
    expect(first?.type === 'PetitionSubmitted' && first.data.files).toMatchObject([{ type: 'image/jpeg' }]);
  });

  it.each([
    { what: 'text', type: 'text/plain', body: 'xin chào', expected: 415, code: 'unsupported-media-type' },
    {
      what: 'no JSON',
      type: 'application/json',
      body: '{"a": "Trần Thị Mai',
      expected: 422,
      code: 'malformed-body',
    },
    {
      what: 'a list',
      type: 'application/json; charset=utf-8',
      body: '[]',
      expected: 422,
      code: 'malformed-body',
    },
    { what: 'nothing', type: 'application/json', body: '', expected: 422, code: 'malformed-body' },
  ])('refuses $what', async ({ type, body, expected, code }) => {
    const handler = createHandler(stage.deps);
    const event = httpEvent('POST /api/petitions', { headers: { 'content-type': type }, body });
    const { status, text, json } = await call(handler, event);
    expect(status).toBe(expected);
    expect(json['type']).toBe(`urn:kien-nghi:problem:${code}`);
    expect(text + log.text()).not.toContain('Mai');
  });

  it('refuses bytes that are not UTF-8, also in base64', async () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64');
    const event = httpEvent('POST /api/petitions', { headers: jsonHeaders(), body, isBase64Encoded: true });
    expect((await call(createHandler(stage.deps), event)).json['type']).toBe(
      'urn:kien-nghi:problem:malformed-body',
    );
  });

  it('refuses a body above its bound before it reads it', async () => {
    const body = `{"description":"${'a'.repeat(5_800_000)}"}`;
    const event = httpEvent('POST /api/petitions', { headers: jsonHeaders(), body });
    expect((await call(createHandler(stage.deps), event)).status).toBe(413);
  });

  it('says nothing of a failure of ours but its request, and logs where it was', async () => {
    const failing = createHandler({
      ...stage.deps,
      store: Object.assign(Object.create(stage.deps.store) as typeof stage.deps.store, {
        create: () => Promise.reject(new Error('Trần Thị Mai at table Petitions')),
      }),
    });
    const event = httpEvent('POST /api/petitions', { headers: jsonHeaders(), body: JSON.stringify(BODY) });
    const { status, text, json } = await call(failing, event);
    expect(status).toBe(500);
    expect(Object.keys(json).sort()).toEqual(['instance', 'requestId', 'status', 'title', 'type']);
    expect(text + log.text()).not.toContain('Trần');
    expect(log.text()).toContain('"frames"');
    expect(metricNames(log)).toContain('ServerError');
  });
});
