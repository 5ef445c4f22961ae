import { beforeAll, describe, expect, it } from 'vitest';
import type { InboxMail } from '../../local/inbox.js';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
/** One more than the registry lets be mailed one by one. */
const TASKS = 21;
const PATIENCE_MS = 240_000;
const under = useSystem('2023-03-10T02:00:00.000Z');

interface StoredEvent {
  type: string;
  actor: { kind: string; agencyId?: string; contactId?: string };
}

describe('the digest of an agency with many open tasks, on the deployed app', () => {
  let mail: InboxMail;
  let path: string;

  const isDigest = ({ subject }: InboxMail) => subject.includes('Tổng hợp nhắc việc');
  const boxesIn = (html: string): string[] =>
    [...html.matchAll(/name="task" value="([^"]+)"/g)].map(([, value]) => value ?? '');
  const post = async (nonce: string, tasks: readonly string[], origin = under.client.origin) =>
    fetch(under.client.origin + path, {
      method: 'POST',
      body: new URLSearchParams([['nonce', nonce], ...tasks.map((task) => ['task', task])]),
      headers: { origin },
    });
  const historyOf = async (petitionId: string) => {
    const token = await under.client.token('auditor');
    return (await under.client.audit<{ events: StoredEvent[] }>(`/petitions/${petitionId}/history`, token))
      .events;
  };

  beforeAll(
    async () => {
      const codes: string[] = [];
      for (let i = 0; i < TASKS; i++)
        codes.push(((await (await under.client.submit(COACHES)).json()) as SubmittedPetition).code);
      await waitFor(
        'every task at the ward',
        async () => {
          const all = await Promise.all(codes.map((code) => under.client.track(code)));
          return all.every(({ holder }) => holder?.id === WARD) ? true : undefined;
        },
        PATIENCE_MS,
      );
      // Half of the time to take them has passed over the weekend.
      await under.client.jumpTo('2023-03-13T02:00:00.000Z');
      mail = await waitFor(
        'the digest',
        async () => (await under.client.inbox()).find(isDigest),
        PATIENCE_MS,
      );
      path = /\/d\/[A-Za-z0-9_-]{22}/.exec(mail.text)?.[0] ?? '';
    },
    2 * PATIENCE_MS + 120_000,
  );

  it('is one mail in place of a reminder for each, with one link and no name of a resident', async () => {
    expect(mail.subject).toContain(`${TASKS} kiến nghị`);
    expect(path).not.toBe('');
    expect(mail.text).not.toContain('/t/');
    const mails = (await under.client.inbox()).filter(({ to }) => to === mail.to);
    expect(mails.filter(isDigest)).toHaveLength(1);
    expect(mails.filter(({ subject }) => subject.startsWith('Nhắc hạn'))).toEqual([]);
  });

  it('opens a list without script, which reading does not change', async () => {
    const before = await under.client.openTask(path);
    expect(before.status).toBe(200);
    expect(before.html).not.toContain('<script');
    expect(boxesIn(before.html)).toHaveLength(TASKS);
    const head = await fetch(under.client.origin + path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(boxesIn((await under.client.openTask(path)).html)).toEqual(boxesIn(before.html));
    expect((await fetch(`${under.client.origin}/d/AAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
  });

  it('accepts several at once, each with the contact as its actor; sent twice, the same answer', async () => {
    const { html, nonce } = await under.client.openTask(path);
    const chosen = boxesIn(html).slice(0, 3);
    expect((await post(nonce, chosen, 'https://elsewhere.example')).status).toBe(403);
    expect((await post('0.0', chosen)).status).toBe(422);
    for (const _ of [1, 2]) {
      const answer = await post(nonce, chosen);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Đã tiếp nhận 3 trên 3 kiến nghị đã chọn');
    }
    for (const task of chosen) {
      const accepted = (await historyOf(task.slice(0, 36))).filter(({ type }) => type === 'TaskAccepted');
      expect(accepted).toMatchObject([{ actor: { kind: 'agency', agencyId: WARD } }]);
      expect(accepted[0]?.actor.contactId).toMatch(/@\d{4}-/);
    }
    expect(boxesIn((await under.client.openTask(path)).html)).toHaveLength(TASKS - 3);
  });

  it('leads to the page of each task, where it is decided', async () => {
    const { html } = await under.client.openTask(path);
    const href = /href="(\/t\/[^"]+)"/.exec(html)?.[1] ?? '';
    const page = await under.client.openTask(href);
    expect(page.status).toBe(200);
    expect(page.decisions).toContain('resolve');
    const answer = await under.client.decide(href, {
      decision: 'resolve',
      text: 'Đã lắp biển báo.',
      noEvidenceReason: 'Ảnh sẽ bổ sung.',
      actorName: 'Nguyễn Văn A',
      actorPosition: 'Chủ tịch',
    });
    expect(answer.status).toBe(200);
    expect((await under.client.openTask(href)).status).toBe(410);
  });
});
