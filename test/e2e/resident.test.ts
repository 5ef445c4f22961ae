import { describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { pdf } from '../support/images.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const under = useSystem('2023-03-10T02:00:00.000Z');

const handIn = async (): Promise<SubmittedPetition> =>
  (await (await under.client.submit(COACHES)).json()) as SubmittedPetition;

const linkOf = (code: string, agency: string) =>
  new Narrator(under.client, code, () => undefined).linkOf(agency);

const mailAbout = (code: string, subject: string) =>
  waitFor(`the mail "${subject}" about ${code}`, async () =>
    (await under.client.inbox()).find(
      (mail) => mail.subject.startsWith(subject) && mail.subject.includes(code),
    ),
  );

const becomes = (code: string, status: string) =>
  waitFor(`${code} to be ${status}`, async () => {
    const tracked = await under.client.track(code);
    return tracked.status === status ? tracked : undefined;
  });

const ANSWER = {
  decision: 'resolve',
  text: 'Đã nhắc nhở các nhà xe, kẻ vạch cấm đậu.',
  noEvidenceReason: 'Chưa chụp được ảnh.',
  actorName: 'Lê Văn Bình',
  actorPosition: 'Phó Chủ tịch',
};

describe("the resident's word", () => {
  it('stops the clock for a question, and runs on with what was left after the answer', async () => {
    const { code, secret } = await handIn();
    const before = await under.client.track(code);
    const link = await linkOf(code, WARD);
    const question = 'Xe khách thường đậu vào giờ nào?';
    expect((await under.client.decide(link, { decision: 'ask', text: question })).status).toBe(200);
    const mail = await mailAbout(code, 'Xin bổ sung thông tin');
    expect(mail.text).toContain(question);
    expect(under.client.secretIn(mail)).toBe(secret);
    await becomes(code, 'WAITING_RESIDENT');

    // Two working days later: the due date moves by as much.
    await under.client.jumpTo('2023-03-14T03:00:00.000Z');
    const wrong = await under.client.say(code, 'answers', { secret: 'f'.repeat(20), text: 'Sáng và tối.' });
    expect(wrong.status).toBe(404);
    const said = await under.client.say(code, 'answers', { secret, text: 'Sáng và tối.' });
    expect(said.status).toBe(200);
    const after = await becomes(code, 'ACCEPTED');
    expect(Date.parse(after.dueAt ?? '')).toBeGreaterThan(Date.parse(before.dueAt ?? ''));
    expect((await under.client.openTask(link)).html).toContain('Sáng và tối.');
  });

  it('is looked at again once, then by the next authority, then closes', async () => {
    const { code, secret } = await handIn();
    const dissatisfied = { secret, satisfied: false, rating: 2, text: 'Xe vẫn đậu như cũ.' };
    await under.client.decide(await linkOf(code, WARD), ANSWER);
    await mailAbout(code, 'Trả lời kiến nghị');
    expect((await under.client.say(code, 'feedback', dissatisfied)).status).toBe(200);
    // Sent twice by an impatient finger: the same answer, nothing more happens.
    expect((await under.client.say(code, 'feedback', dissatisfied)).status).toBe(200);
    const again = await becomes(code, 'ASSIGNED');
    expect(again.hops.map(({ kind }) => kind)).toEqual(['routed', 'reopened']);
    expect(again.holder?.id).toBe(WARD);

    await mailAbout(code, 'Người dân chưa đồng ý');
    const second = await waitFor('the link of the new task', async () => {
      const mails = (await under.client.inbox()).filter(({ subject }) => subject.includes(code));
      const mail = mails.find(({ subject }) => subject.startsWith('Người dân chưa đồng ý'));
      return mail === undefined ? undefined : under.client.linkIn(mail);
    });
    expect((await under.client.decide(second, ANSWER)).status).toBe(200);
    await becomes(code, 'RESOLVED');
    const more = { ...dissatisfied, text: 'Vẫn chưa có biển cấm.' };
    expect((await under.client.say(code, 'feedback', more)).status).toBe(200);
    const appealed = await becomes(code, 'ASSIGNED');
    expect(appealed.hops.at(-1)).toMatchObject({ kind: 'appealed' });
    expect(appealed.holder?.id).not.toBe(WARD);

    const third = await linkOf(code, appealed.holder?.id ?? '');
    expect((await under.client.decide(third, ANSWER)).status).toBe(200);
    await becomes(code, 'RESOLVED');
    await mailAbout(code, 'Trả lời kiến nghị');
    expect((await under.client.say(code, 'feedback', { secret, satisfied: true, rating: 5 })).status).toBe(
      200,
    );
    await becomes(code, 'CLOSED');
  });

  it('has the signed document of the answer with the receipt, and nobody without it', async () => {
    const { code, secret } = await handIn();
    const signed = {
      field: 'signedFile',
      name: 'cong-van.pdf',
      type: 'application/pdf',
      bytes: pdf,
    } as const;
    const link = await linkOf(code, WARD);
    expect((await under.client.decide(link, { ...ANSWER, documentNo: '12/UBND' }, [signed])).status).toBe(
      200,
    );
    await becomes(code, 'RESOLVED');
    const had = await under.client.say(code, 'signed-file', { secret });
    expect([had.status, had.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await had.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true);
    expect((await under.client.say(code, 'signed-file', { secret: 'f'.repeat(20) })).status).toBe(404);
  });

  it('is withdrawn: the link is dead, holder and resident are told', async () => {
    const { code, secret } = await handIn();
    const link = await linkOf(code, WARD);
    expect((await under.client.say(code, 'withdrawal', { secret })).status).toBe(200);
    await becomes(code, 'WITHDRAWN');
    expect((await under.client.openTask(link)).status).toBe(410);
    await mailAbout(code, 'Đã ghi nhận việc rút kiến nghị');
    await mailAbout(code, 'Người dân đã rút kiến nghị');
    const late = await under.client.say(code, 'answers', { secret, text: 'Thêm nữa.' });
    expect(late.status).toBe(409);
  });
});
