import { describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { SIMULATED } from '../../local/messages/message-gateway.js';
import { useSystem } from '../support/system.js';

const PATIENCE_MS = 90_000;
const under = useSystem('2023-03-10T02:00:00.000Z');

const RESOLUTION = {
  decision: 'resolve',
  text: 'Đã lắp biển cấm dừng đỗ.',
  noEvidenceReason: 'Ảnh sẽ bổ sung.',
  actorName: 'Nguyễn Văn A',
  actorPosition: 'Chủ tịch',
};

interface DeskNotice {
  petitionId: string;
  id: string;
  kind: string;
  code: string;
}

interface Tracked {
  status: string;
  feedbackUntil: string | null;
}

const submit = async (phone: string): Promise<SubmittedPetition> => {
  const { email: _, ...submitter } = COACHES.submitter;
  const answer = await under.client.submit({ ...COACHES, submitter: { ...submitter, phone } });
  return (await answer.json()) as SubmittedPetition;
};

const messagesTo = async (number: string, code: string): Promise<string[]> =>
  (await under.client.messages())
    .filter(({ to, text }) => to === number && text.includes(code))
    .map(({ text }) => text);

const track = async (code: string): Promise<Tracked> =>
  (await under.client.track(code)) as unknown as Tracked;

/** The agency resolves it through the link of its mail. */
const resolve = async (code: string): Promise<void> => {
  const link = await waitFor(
    `a mail with a link for ${code}`,
    async () =>
      (await under.client.inbox())
        .filter(({ subject }) => subject.includes(code))
        .map((mail) => under.client.linkIn(mail))
        .find((found) => found !== undefined),
    PATIENCE_MS,
  );
  expect((await under.client.decide(link, RESOLUTION)).status).toBe(200);
};

const onWorklist = async (code: string): Promise<DeskNotice | undefined> => {
  const token = await under.client.token('operator');
  const answer = await under.client.desk('/notices?province=p:79@0', token);
  const { items } = (await answer.json()) as { items: DeskNotice[] };
  return items.find((item) => item.code === code);
};

describe('a resident without e-mail', () => {
  it('gets messages; the time to object runs from when the gateway says that the answer arrived', async () => {
    const { code } = await submit('0901 234 567');
    await resolve(code);
    const tracked = await waitFor(
      'the receipt of the answer',
      async () => {
        const found = await track(code);
        return found.feedbackUntil === null ? undefined : found;
      },
      PATIENCE_MS,
    );
    expect(tracked.status).toBe('RESOLVED');
    const texts = await messagesTo('+84901234567', code);
    expect(texts.some((text) => text.includes('đã được tiếp nhận'))).toBe(true);
    expect(texts.at(-1)).toContain(`${under.client.origin}/track.html#${code}`);
    expect(texts.join(' ')).not.toMatch(/~|Mai|biển cấm/);
    expect(await onWorklist(code)).toBeUndefined();
  });

  it('whose telephone cannot be reached is on the desk, where the letter is printed', async () => {
    const { code } = await submit(SIMULATED.failed);
    await resolve(code);
    const notice = await waitFor('the worklist', () => onWorklist(code), PATIENCE_MS);
    expect(notice.kind).toBe('decision');
    expect((await track(code)).feedbackUntil).toBeNull();
    const token = await under.client.token('operator');
    const answer = await under.client.desk(`/notices/${notice.petitionId}/${notice.id}/letter`, token);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      code,
      said: RESOLUTION.text,
      recipient: COACHES.submitter.name,
    });
  });

  it('who has lost the code gets it back at the desk, with a new secret on paper', async () => {
    const { code, secret } = await submit('0912 345 678');
    const who = { contact: '+84 912 345 678', name: COACHES.submitter.name };
    const token = await under.client.token('operator');
    const found = await under.client.desk('/searches', token, who);
    const { items } = (await found.json()) as { items: { petitionId: string; code: string }[] };
    expect(items.map((item) => item.code)).toEqual([code]);
    const reason = 'Mất phiếu, đã đối chiếu căn cước.';
    const path = `/petitions/${items[0]?.petitionId ?? ''}/receipts`;
    const receipt = (await (await under.client.desk(path, token, { ...who, reason })).json()) as {
      secret: string;
      receiptNo: number;
    };
    expect(receipt.receiptNo).toBe(2);
    expect((await under.client.say(code, 'withdrawal', { secret })).status).toBe(404);
    expect((await under.client.say(code, 'withdrawal', { secret: receipt.secret })).status).toBe(200);
    const texts = await waitFor(
      'the message about the new receipt',
      async () => {
        const all = await messagesTo('+84912345678', code);
        return all.some((text) => text.includes('cấp lại mã bí mật')) ? all : undefined;
      },
      PATIENCE_MS,
    );
    expect(texts.join(' ')).not.toContain(receipt.secret);
  });

  it('receipts that nobody has signed are refused', async () => {
    const answer = await fetch(`${under.client.origin}/api/gateway/receipts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId: 'x', status: 'delivered', channel: 'sms' }),
    });
    expect(answer.status).toBe(401);
  });
});
