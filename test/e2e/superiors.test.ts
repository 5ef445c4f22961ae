import { describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
/** Wards of two other districts and one more: their common superior is the city. */
const OTHERS = ['ubnd-xa/w:27157@0', 'ubnd-xa/w:27148@0', 'ubnd-xa/w:26761@0'] as const;
const CITY = 'ubnd-tinh/p:79@0';
const under = useSystem('2023-03-10T02:00:00.000Z');

const handIn = async (): Promise<string> =>
  ((await (await under.client.submit(COACHES)).json()) as SubmittedPetition).code;

const linkOf = (code: string, agency: string) =>
  new Narrator(under.client, code, () => undefined).linkOf(agency);

const mailAbout = (code: string, subject: string) =>
  waitFor(`the mail "${subject}" about ${code}`, async () =>
    (await under.client.inbox()).find(
      (mail) => mail.subject.startsWith(subject) && mail.subject.includes(code),
    ),
  );

const decide = async (link: string, fields: Record<string, string>): Promise<void> => {
  const answer = await under.client.decide(link, { text: 'Có lý do bằng văn bản.', ...fields });
  expect(answer.status, await answer.text()).toBe(200);
};

/** First and last day that a date of the form takes. */
const rangeOf = (html: string, name: string): { first: string; last: string } => {
  const found = new RegExp(`name="${name}"[^>]*min="([^"]+)" max="([^"]+)"`).exec(html);
  return { first: found?.[1] ?? '', last: found?.[2] ?? '' };
};

describe('what a superior decides, through mails and links', () => {
  it('names the unit when the units have passed it on three times; that unit may not pass it on', async () => {
    const code = await handIn();
    let holder: string = WARD;
    for (const next of OTHERS) {
      await decide(await linkOf(code, holder), { decision: 'transfer', agency: next });
      holder = next;
    }
    const last = await linkOf(code, holder);
    const { decisions } = await under.client.openTask(last);
    expect(decisions).toContain('refer-up');
    expect(decisions).not.toContain('transfer');
    await decide(last, { decision: 'refer-up' });

    const arbiter = await linkOf(code, CITY);
    const page = await under.client.openTask(arbiter);
    expect(page.html).toContain('đã chuyển kiến nghị cho nhau');
    expect(page.decisions).toContain('direct');
    const { last: end } = rangeOf(page.html, 'until.direct');
    const upwards = await under.client.decide(arbiter, {
      ...{ decision: 'direct', text: 'Giao.', 'agency.direct': 'chu-tich-tinh/p:79@0', 'until.direct': end },
    });
    expect(upwards.status).toBe(422);
    await decide(arbiter, { decision: 'direct', 'agency.direct': WARD, 'until.direct': end });

    expect((await under.client.openTask(await linkOf(code, WARD))).decisions).not.toContain('transfer');
    const { hops, dueAt } = await under.client.track(code);
    expect(hops.slice(-2).map(({ kind, reason, to }) => [kind, reason, to])).toEqual([
      ['arbitration', 'transfers-used-up', CITY],
      ['directed', 'named-by-superior', WARD],
    ]);
    expect(dueAt?.slice(0, 10)).toBe(end);
  });

  it('allows more time through a link of its own, and the resident reads the old and the new date', async () => {
    const code = await handIn();
    const link = await linkOf(code, WARD);
    const before = await under.client.track(code);
    const { first, last } = rangeOf((await under.client.openTask(link)).html, 'until.request-extension');
    expect(last > first).toBe(true);
    await decide(link, { decision: 'request-extension', 'until.request-extension': last });
    const asked = under.client.linkIn(await mailAbout(code, 'Đề nghị gia hạn')) ?? '';
    expect(asked).not.toBe(link);
    const page = await under.client.openTask(asked);
    expect(page.html).toContain('Có lý do bằng văn bản.');
    expect(page.html).not.toContain('<script');

    const nameless = await under.client.decide(asked, { decision: 'approve-extension' });
    expect(nameless.status).toBe(422);
    const who = { actorName: 'Lê Văn Bình', actorPosition: 'Chủ tịch' };
    const { nonce } = await under.client.openTask(asked);
    for (let i = 0; i < 2; i++) {
      const said = await under.client.postDecision(asked, { nonce, decision: 'approve-extension', ...who });
      expect(said.status).toBe(200);
    }
    expect((await under.client.openTask(asked)).status).toBe(410);
    expect((await under.client.openTask(link)).status).toBe(200);
    const { dueAt } = await under.client.track(code);
    expect(dueAt?.slice(0, 10)).toBe(last);
    const told = await mailAbout(code, 'Gia hạn trả lời kiến nghị');
    for (const day of [before.dueAt ?? '', last])
      expect(told.text).toContain(day.slice(0, 10).split('-').reverse().join('/'));
  });
});
