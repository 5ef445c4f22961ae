import { beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import type { RouteKey } from '../../../functions/routes.js';
import { metricNames } from './support/captured-log.js';
import { call, httpEvent, type Answer } from './support/http-event.js';
import { createStage, jsonHeaders, LINK, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

type Said = 'answers' | 'feedback' | 'withdrawal';

const SECRET_WORDS = ['hẻm 5', 'Đã dọn', 'không cần nữa'];
const ANSWER = { text: 'Ở hẻm 5, gần trường học.' };
const SATISFIED = { satisfied: true, rating: 5, text: 'Đã dọn sạch.' };
const DISSATISFIED = { satisfied: false, rating: 1, text: 'Xe vẫn đậu trong hẻm 5.' };

describe('the word of a resident', () => {
  let stage: Stage;
  const log = useLog();
  let petition: Petition;
  let secret: string;
  beforeEach(async () => {
    stage = createStage();
    petition = await stage.assigned();
    secret = await stage.secretOf(petition);
  });

  const route = (said: Said): RouteKey => `POST /api/petitions/{code}/${said}`;
  const post = (
    said: Said,
    body: unknown,
    more: { code?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> =>
    call(
      stage.hear,
      httpEvent(route(said), {
        path: { code: more.code ?? petition.code },
        headers: jsonHeaders(more.headers),
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  const say = (said: Said, body: object, headers: Record<string, string> = {}) =>
    post(said, { secret, ...body }, { headers });
  const now = () => stage.load(petition.code);

  const decide = async (fields: Record<string, string>): Promise<void> => {
    const path = { link: LINK };
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path }));
    const body = new URLSearchParams({
      nonce: /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '',
      text: 'Xe đậu ở đâu?',
      ...fields,
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status } = await call(stage.decide, httpEvent('POST /t/{link}', { path, headers, body }));
    expect(status).toBe(200);
  };
  const ask = () => decide({ decision: 'ask' });
  const resolve = () =>
    decide({
      ...{ decision: 'resolve', noEvidenceReason: 'Ảnh sẽ bổ sung.' },
      ...{ actorName: 'Nguyễn Văn An', actorPosition: 'Phó Chủ tịch' },
    });

  it('answers a question: the clock runs on, and the answer says until when', async () => {
    await ask();
    const { status, json } = await say('answers', ANSWER);
    expect(status).toBe(200);
    expect(json).toEqual({
      code: expect.stringMatching(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]$/) as string,
      status: 'ACCEPTED',
      dueAt: (await now()).promised.resolveBy?.at,
    });
  });

  it('adds something without a question', async () => {
    expect(await say('answers', ANSWER)).toMatchObject({ status: 200, json: { status: 'ASSIGNED' } });
    expect((await now()).supplements).toBe(1);
  });

  it('withdraws, with or without a reason', async () => {
    const { status, json } = await say('withdrawal', { text: 'Tôi không cần nữa.' });
    expect([status, json['status']]).toEqual([200, 'WITHDRAWN']);
  });

  it.each([
    ['satisfied', SATISFIED, 'RESOLVED'],
    ['satisfied, without more words', { satisfied: true }, 'RESOLVED'],
    ['not satisfied', DISSATISFIED, 'ASSIGNED'],
  ])('gives feedback: %s', async (_what, feedback, expected) => {
    await resolve();
    expect(await say('feedback', feedback)).toMatchObject({ status: 200, json: { status: expected } });
  });

  it('is counted and logged by its kind, without a word of it, the secret or the code', async () => {
    await ask();
    await say('answers', ANSWER);
    await say('withdrawal', { text: 'Tôi không cần nữa.' });
    expect(metricNames(log).filter((name) => name === 'ResidentHeard')).toHaveLength(2);
    const heard = log.entries().filter(({ message }) => message === 'Resident heard');
    expect(heard).toMatchObject([
      { petitionId: petition.id, kind: 'answer' },
      { petitionId: petition.id, kind: 'withdraw' },
    ]);
    for (const word of [...SECRET_WORDS, secret, petition.code]) expect(log.text()).not.toContain(word);
  });

  it('does not tell a wrong secret from an unknown code, nor from one that is none', async () => {
    await ask();
    const answers = [
      await post('answers', { secret: 'f'.repeat(20), ...ANSWER }),
      await post('answers', { secret, ...ANSWER }, { code: '000000000000G' }),
      await post('answers', { secret, ...ANSWER }, { code: "' OR 1=1" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await now()).status).toBe('WAITING_RESIDENT');
    expect(log.text()).not.toContain('OR 1=1');
    expect(metricNames(log)).not.toContain('ResidentHeard');
  });

  it('does not tell a stranger in which state the petition is', async () => {
    const wrong = { secret: 'f'.repeat(20) };
    const open = await post('feedback', { ...wrong, ...SATISFIED });
    await resolve();
    expect((await post('feedback', { ...wrong, ...SATISFIED })).text).toBe(open.text);
    expect((await post('feedback', { ...wrong, satisfied: false })).text).toBe(open.text);
  });

  it.each<[string, Said, object]>([
    ['feedback before the answer', 'feedback', SATISFIED],
    ['an answer after the withdrawal', 'answers', ANSWER],
    ['a second withdrawal with other words', 'withdrawal', { text: 'Rút lại lần nữa.' }],
  ])('refuses what the state does not await: %s', async (_what, said, body) => {
    if (said !== 'feedback') await say('withdrawal', {});
    const { head } = await now();
    const { status, json } = await say(said, body);
    expect([status, json['type']]).toEqual([409, expect.stringContaining('illegal-transition')]);
    expect((await now()).head).toEqual(head);
  });

  it.each<[string, Said, object, string, string]>([
    ['nothing but the secret', 'answers', {}, '/text', 'required'],
    ['an empty text', 'answers', { text: '  ' }, '/text', 'required'],
    ['too long a text', 'answers', { text: 'ô'.repeat(4_001) }, '/text', 'too-long'],
    ['a field of its own', 'answers', { ...ANSWER, status: 'CLOSED' }, '', 'unknown-field'],
    ['a rating of six', 'feedback', { satisfied: true, rating: 6 }, '/rating', 'too-big'],
    ['half a point', 'feedback', { satisfied: true, rating: 2.5 }, '/rating', 'wrong-type'],
    ['no verdict', 'feedback', { rating: 3 }, '/satisfied', 'required'],
    ['too long a reason', 'withdrawal', { text: 'a'.repeat(4_001) }, '/text', 'too-long'],
    ['control characters', 'withdrawal', { text: 'a\u0000b' }, '/text', 'control-characters'],
  ])('refuses %s', async (...[, said, body, pointer, code]) => {
    const { status, json } = await say(said, body);
    expect(status).toBe(422);
    expect(json['errors']).toEqual([expect.objectContaining({ pointer, code })]);
    expect((await now()).head.seq).toBe(2);
  });

  it('asks for a reason when it is not settled', async () => {
    await resolve();
    const { status, json } = await say('feedback', { satisfied: false });
    expect(status).toBe(422);
    expect(json['errors']).toMatchObject([{ pointer: '/text', code: 'required' }]);
  });

  it.each<[string, unknown, Record<string, string>, number]>([
    ['without a secret', ANSWER, {}, 422],
    ['that is no JSON', 'x', {}, 422],
    ['of another type', ANSWER, { 'content-type': 'text/plain' }, 415],
    ['that is too large', { secret: 'x', text: 'a'.repeat(20_001) }, {}, 413],
    ['under a key that is none', { secret: 'x', ...ANSWER }, { 'idempotency-key': 'kurz' }, 422],
  ])('refuses a body %s', async (...[, body, headers, expected]) => {
    expect((await post('answers', body, { headers })).status).toBe(expected);
  });

  const KEY = { 'idempotency-key': '0b8e1a4e-3c55-4b0e-9f2a-1d1c8b6f5a10' };

  it.each([{}, KEY])('gives the same request twice the same answer (%o)', async (headers) => {
    await resolve();
    const first = await say('feedback', DISSATISFIED, headers);
    const second = await say('feedback', DISSATISFIED, headers);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    expect((await now()).reopenings).toBe(1);
  });

  it('gives two requests at once the same answer', async () => {
    await ask();
    const both = await Promise.all([say('answers', ANSWER, KEY), say('answers', ANSWER, KEY)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0].text).toBe(both[1].text);
    expect((await now()).head.seq).toBe(4);
  });

  it('refuses a key that was used with other words', async () => {
    await say('answers', ANSWER, KEY);
    const { status, json } = await say('answers', { text: 'Khác.' }, KEY);
    expect(status).toBe(422);
    expect(json['type']).toContain('idempotency-key-reused');
  });
});
