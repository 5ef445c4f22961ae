import { describe, expect, it } from 'vitest';
import { linkHash, taskRefWords } from '../../../core/digests/digest-link.js';
import { createHandler as createAccept } from '../../../functions/accept-tasks/handler.js';
import { createHandler as createOpenDigest } from '../../../functions/open-digest/handler.js';
import { aContact } from '../../support/builders/link-builder.js';
import { call, httpEvent } from './support/http-event.js';
import { BODY, createStage, PERSONAL, PUBLIC_ORIGIN, WARD } from './support/stage.js';
import { useLog } from './support/use-log.js';

const DIGEST = 'DDDDDDDDDDDDDDDDDDDDDD';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: PUBLIC_ORIGIN };

const opened = async (petitions = 2) => {
  const stage = createStage();
  const { fakes, deps } = stage;
  const ids: string[] = [];
  for (let i = 0; i < petitions; i++)
    ids.push((await stage.assigned(BODY, `${'L'.repeat(20)}${(10 + i).toString()}`)).id);
  await fakes.links.putDigest({
    hash: linkHash(DIGEST),
    ...{ agencyId: WARD, contactId: 'chinh', addressSince: aContact().addressSince, keyVersion: '1' },
    ...{ day: '2023-03-10', until: '2023-03-20T02:00:00.000Z' },
  });
  const open = createOpenDigest(deps);
  const accept = createAccept(deps);
  return {
    fakes,
    ids,
    get: (link = DIGEST, query: Record<string, string> = {}) =>
      call(open, { ...httpEvent('GET /d/{link}', { path: { link } }), queryStringParameters: query }),
    head: () => call(open, httpEvent('HEAD /d/{link}', { path: { link: DIGEST } })),
    post: (fields: string[][], headers: Record<string, string> = FORM) =>
      call(
        accept,
        httpEvent('POST /d/{link}', {
          path: { link: DIGEST },
          headers,
          body: new URLSearchParams(fields).toString(),
        }),
      ),
    task: (petitionId: string) => ['task', taskRefWords({ petitionId, taskNo: 1 })],
    everything: () => JSON.stringify(fakes.database.all('Petitions')),
  };
};
const nonceIn = (text: string) => ['nonce', /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? ''];

describe('GET /d/{link}', () => {
  const log = useLog();

  it('lists the tasks with a box each, a link to each page, strict headers and nothing of any person', async () => {
    const { get, ids } = await opened();
    const { status, headers, text } = await get();
    expect(status).toBe(200);
    for (const petitionId of ids) {
      expect(text).toContain(`value="${petitionId}.1"`);
      expect(text).toContain(`href="/t/${DIGEST}.${petitionId}.1"`);
    }
    for (const personal of PERSONAL) expect(text).not.toContain(personal);
    expect(text).not.toContain('<script');
    expect(text).not.toMatch(/<input[^>]*checked/);
    expect(headers).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("form-action 'self'");
  });

  it('changes nothing, by GET or HEAD, and logs no link', async () => {
    const { get, head, everything } = await opened();
    const before = everything();
    await get();
    expect(await head()).toMatchObject({ status: 200, text: '' });
    expect(everything()).toBe(before);
    expect(log.text()).not.toContain(DIGEST);
  });

  it('goes on over several pages, and refuses a place that is not of this list', async () => {
    const { get } = await opened(27);
    const first = await get();
    const from = /href="\/d\/[^"?]+\?from=([^"]+)"/.exec(first.text)?.[1] ?? '';
    expect(first.text.match(/type="checkbox"/g)).toHaveLength(25);
    const second = await get(DIGEST, { from: decodeURIComponent(from) });
    expect(second.text.match(/type="checkbox"/g)).toHaveLength(2);
    expect(second.text).toContain(`href="/d/${DIGEST}"`);
    expect((await get(DIGEST, { from: 'abc' })).status).toBe(422);
  });

  it.each(['BBBBBBBBBBBBBBBBBBBBBB', 'short', `${DIGEST}.01950000-0000-7000-8000-000000000001.1`])(
    'knows nothing of %s',
    async (link) => {
      const { get } = await opened();
      expect((await get(link)).status).toBe(404);
    },
  );

  it('says that its days are over, and that its contact was replaced', async () => {
    const { fakes, get } = await opened();
    await fakes.contacts.put(
      aContact({ agencyId: WARD, id: 'chinh', addressSince: '2023-03-10T03:00:00.000Z' }),
    );
    const replaced = await get();
    expect([replaced.status, replaced.text.includes('đã được thay')]).toEqual([410, true]);
    fakes.clock.advance({ days: 10 });
    const expired = await get();
    expect([expired.status, expired.text.includes('10 ngày')]).toEqual([410, true]);
  });
});

describe('POST /d/{link}', () => {
  const log = useLog();

  it('accepts what is ticked and nothing else; sent again, the same answer', async () => {
    const { get, post, task, ids, fakes } = await opened(3);
    const [first = '', second = '', third = ''] = ids;
    const fields = [nonceIn((await get()).text), task(first), task(second), task(second)];
    for (const _ of [1, 2]) {
      const { status, text } = await post(fields);
      expect(status).toBe(200);
      expect(text).toContain('Đã tiếp nhận 2 trên 2 kiến nghị đã chọn');
    }
    const statuses = await Promise.all([first, second, third].map((id) => fakes.store.load(id)));
    expect(statuses.map((petition) => petition?.status)).toEqual(['ACCEPTED', 'ACCEPTED', 'ASSIGNED']);
    expect((await get()).text.match(/type="checkbox"/g)).toHaveLength(1);
    expect(log.text()).not.toContain(DIGEST);
  });

  it('tells for each what became of it', async () => {
    const { get, post, task, ids } = await opened();
    const [first = '', second = ''] = ids;
    await post([nonceIn((await get()).text), task(first)]);
    const unknown = '01950000-0000-7000-8000-00000000ffff';
    const { text } = await post([nonceIn((await get()).text), task(first), task(second), task(unknown)]);
    expect(text).toContain('Đã tiếp nhận 1 trên 3');
    expect(text).toContain('Đã được tiếp nhận từ trước');
    expect(text).toContain('đã được chuyển hoặc đã kết thúc');
  });

  it('records nothing without a tick, by a made-up nonce, from another site or in another shape', async () => {
    const { get, post, task, ids, everything } = await opened();
    const before = everything();
    const nonce = nonceIn((await get()).text);
    const [id = ''] = ids;
    expect((await post([nonce])).status).toBe(422);
    expect((await post([['nonce', '0.0'], task(id)])).status).toBe(422);
    expect((await post([nonce, ['task', '../x']])).status).toBe(422);
    expect((await post([nonce, task(id), ['decision', 'resolve']])).status).toBe(422);
    expect((await post([nonce, task(id)], { ...FORM, origin: 'https://elsewhere.example' })).status).toBe(
      403,
    );
    expect((await post([nonce, task(id)], { 'content-type': 'application/json' })).status).toBe(415);
    expect((await post([nonce, ...Array.from({ length: 200 }, () => task(id))])).status).toBe(413);
    expect(everything()).toBe(before);
  });
});
