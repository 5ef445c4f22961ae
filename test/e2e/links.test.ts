import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const under = useSystem('2023-03-10T02:00:00.000Z');

const submit = async (): Promise<string> =>
  ((await (await under.client.submit(COACHES)).json()) as SubmittedPetition).code;

const newTask = async (): Promise<{ code: string; link: string }> => {
  const code = await submit();
  return { code, link: await new Narrator(under.client, code, () => undefined).linkOf(WARD) };
};

describe('links of officials on the deployed app', () => {
  let task: { code: string; link: string };
  beforeAll(async () => {
    task = await newTask();
  });

  it('1,000 GETs and HEADs of a link change nothing', async () => {
    const before = await under.client.track(task.code);
    for (let round = 0; round < 100; round++) {
      await Promise.all(
        Array.from({ length: 10 }, async (_, i) => {
          const answer = await fetch(under.client.origin + task.link, {
            method: i % 2 === 0 ? 'GET' : 'HEAD',
          });
          expect(answer.status).toBe(200);
          await answer.arrayBuffer();
        }),
      );
    }
    expect(await under.client.track(task.code)).toEqual(before);
  });

  it('an unknown, altered or shortened link is not found, without a word about petitions', async () => {
    const altered = task.link.slice(0, -1) + (task.link.endsWith('A') ? 'B' : 'A');
    for (const link of [altered, task.link.slice(0, -3), '/t/AAAAAAAAAAAAAAAAAAAAAA']) {
      const answer = await fetch(under.client.origin + link);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(task.code);
    }
  });

  it('a foreign Origin is refused and a made-up nonce does nothing', async () => {
    const { nonce } = await under.client.openTask(task.link);
    const form = new FormData();
    form.append('nonce', nonce);
    form.append('decision', 'accept');
    const foreign = await fetch(under.client.origin + task.link, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    const invented = await under.client.postDecision(task.link, {
      nonce: `${randomUUID()}.x`,
      decision: 'accept',
    });
    expect(invented.status).toBe(422);
    expect((await under.client.track(task.code)).status).toBe('ASSIGNED');
  });

  it('the same form twice gives the same receipt; another decision on the closed task is a conflict', async () => {
    const { link, code } = await newTask();
    const { nonce } = await under.client.openTask(link);
    const final = {
      decision: 'resolve',
      text: 'Đã lắp biển báo.',
      noEvidenceReason: 'Ảnh sẽ bổ sung.',
      actorName: 'Nguyễn Văn A',
      actorPosition: 'Chủ tịch',
    };
    const first = await under.client.postDecision(link, { nonce, ...final });
    const again = await under.client.postDecision(link, { nonce, ...final });
    expect([first.status, again.status]).toEqual([200, 200]);
    const other = await under.client.openTask(link);
    expect(other.status).toBe(410);
    const late = await under.client.postDecision(link, {
      nonce,
      ...final,
      decision: 'reject',
      ground: 'not-a-petition',
    });
    expect(late.status).toBe(409);
    expect((await under.client.track(code)).status).toBe('RESOLVED');
  });

  it('two officials who post different decisions at once: one is recorded, the other is told', async () => {
    const { link, code } = await newTask();
    const [a, b] = await Promise.all([under.client.openTask(link), under.client.openTask(link)]);
    const who = { actorName: 'Nguyễn Văn A', actorPosition: 'Chủ tịch' };
    const answers = await Promise.all([
      under.client.postDecision(link, {
        nonce: a.nonce,
        ...{ decision: 'resolve', text: 'Đã xong.', noEvidenceReason: 'Không có ảnh.' },
        ...who,
      }),
      under.client.postDecision(link, {
        nonce: b.nonce,
        ...{ decision: 'reject', text: 'Không thuộc.', ground: 'not-a-petition' },
        ...who,
      }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const { status } = await under.client.track(code);
    expect(status).toBe(answers[0].status === 200 ? 'RESOLVED' : 'REJECTED');
  });

  it('a repeated post with one Idempotency-Key gives one petition; another body is refused', async () => {
    const key = randomUUID();
    const [one, two] = await Promise.all([
      under.client.submit(COACHES, { key }),
      under.client.submit(COACHES, { key }),
    ]);
    expect([one.status, two.status]).toEqual([202, 202]);
    expect(await one.json()).toEqual(await two.json());
    const other = await under.client.submit({ ...COACHES, category: 'TTDT' }, { key, language: 'en' });
    expect(other.status).toBe(422);
    expect(other.headers.get('content-type')).toContain('application/problem+json');
  });
});
