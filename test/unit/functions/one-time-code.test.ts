import { describe, expect, it } from 'vitest';
import { codeDigits } from '../../../core/use-cases/answer-code.js';
import { createLink } from '../../../core/use-cases/task-link.js';
import { otherThan } from '../../support/asl/types-code.js';
import type { Answer } from './support/http-event.js';
import { HEAD, useApprovalPages } from './support/approval-pages.js';
import { LINK } from './support/stage.js';
import { useLog } from './support/use-log.js';

const DRAFT = {
  decision: 'resolve',
  text: 'Đã lắp biển cấm dừng đỗ.',
  noEvidenceReason: 'Không cần.',
  actorName: 'Nguyễn Văn An',
  actorPosition: 'Công chức',
};

describe('the code of a head on the page of a task', () => {
  const log = useLog();
  const { under, page, ...pages } = useApprovalPages('one-time-code');
  const post = (fields: Record<string, string>, link = LINK): Promise<Answer> => pages.post(link, fields);

  const proposal = async () => {
    const waiting = (await under.stage.load(under.petition.code)).task?.proposal;
    if (waiting?.code == null) throw new TypeError('no coded draft');
    return { ...waiting, code: waiting.code };
  };

  const digits = async (): Promise<string> => {
    const { seq: proposalSeq, code } = await proposal();
    return codeDigits(under.stage.deps.codeKeys, { ...code, petitionId: under.petition.id, proposalSeq });
  };

  const draftField = (text: string): string => /name="draft" value="([^"]+)"/.exec(text)?.[1] ?? '';

  const enter = async (code: string, more: Record<string, string> = {}): Promise<Answer> =>
    post({ decision: 'enter-code', draft: draftField((await page()).text), code, ...more });

  it('is asked for only while a draft waits for one; the form and the receipt say so', async () => {
    const before = (await page()).text;
    expect(before).toContain('kèm một mã dùng một lần');
    expect(before).not.toContain('name="code"');
    expect((await post(DRAFT)).text).toContain('xin nhập mã tại trang xử lý');
    const waiting = (await page()).text;
    expect(waiting).toContain('Phê duyệt bằng mã một lần');
    expect(waiting).toContain('name="code" inputmode="numeric"');
    expect(waiting).not.toMatch(/<script/);
    expect(waiting).not.toContain(await digits());
  });

  it('typed wrong says how many tries are left, shows nothing that was typed, and logs no digits', async () => {
    await post(DRAFT);
    const wrong = otherThan(await digits());
    const answer = await enter(wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Mã chưa đúng. Còn nhập được 4 lần.');
    expect(answer.text).toContain('href="#code"');
    expect(answer.text).toContain('còn 4 lần');
    expect(answer.text).not.toContain(wrong);
    const malformed = await enter('12 34');
    expect(malformed.text).toContain('Mã gồm đúng tám chữ số');
    for (let i = 0; i < 4; i++) await enter(wrong);
    const spent = (await page()).text;
    expect(spent).not.toContain('name="code"');
    expect(spent).toContain('Mã đã bị nhập sai 5 lần');
    expect(spent).toContain('Xin mã mới');
    expect(log.text()).not.toContain(wrong);
    expect(log.text()).not.toContain(await digits());
  });

  it('typed right sends the answer; the same form again gives the same receipt', async () => {
    await post(DRAFT);
    const [code, draft] = [await digits(), draftField((await page()).text)];
    const nonce = /name="nonce" value="([^"]+)"/.exec((await page()).text)?.[1] ?? '';
    const form = { nonce, decision: 'enter-code', draft, code: `${code.slice(0, 4)} ${code.slice(4)}` };
    const first = await post(form);
    expect(first.status).toBe(200);
    expect(first.text).toContain('Nội dung trả lời được gửi cho người dân.');
    const again = await post(form);
    expect([again.status, again.text.includes('không có gì bị ghi hai lần')]).toEqual([200, true]);
    const decided = await under.stage.load(under.petition.code);
    expect(decided).toMatchObject({ status: 'RESOLVED' });
    expect((await post({ ...form, code: '00000000' })).status).toBe(409);
    expect((await under.stage.fakes.store.history(under.petition.id)).at(-1)?.seq).toBe(decided.head.seq);
    expect(log.text()).not.toContain(code);
  });

  it('can be asked for anew; a page of before is told of it', async () => {
    await post(DRAFT);
    const [first, stale] = [await digits(), draftField((await page()).text)];
    const asked = await post({ decision: 'request-code', draft: stale });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Mã mới được gửi vào hộp thư của người đứng đầu');
    expect(await digits()).not.toBe(first);
    const late = await enter(await digits(), { draft: stale });
    expect([late.status, late.text.includes('Đã có mã mới thay mã này')]).toEqual([422, true]);
    expect((await proposal()).code).toMatchObject({ no: 2, failures: 0 });
  });

  it('refuses a form that was not made by the page, or is about no draft', async () => {
    expect((await post({ decision: 'enter-code', draft: '1.1', code: '12345678' })).status).toBe(409);
    await post(DRAFT);
    expect((await post({ decision: 'enter-code', draft: 'x', code: '12345678' })).status).toBe(422);
    expect((await enter('1'.repeat(60))).status).toBe(422);
    expect((await enter('12345678', { text: 'Khác.' })).status).toBe(422);
    expect((await proposal()).code.failures).toBe(0);
  });

  it('is not typed on the head’s own page, which reads the draft and sends it back', async () => {
    await post(DRAFT);
    const { linkId, link } = await createLink(under.stage.deps, {
      ...{ petitionId: under.petition.id, taskNo: 1, contact: HEAD, requestSeq: (await proposal()).seq },
    });
    await under.stage.fakes.links.put(link);
    const shown = (await page(linkId)).text;
    expect(shown).toContain('Đã lắp biển cấm dừng đỗ.');
    expect(shown).toContain('phê duyệt bằng mã một lần');
    expect(shown).not.toContain('value="approve-answer"');
    const who = { actorName: 'Lê Văn Bình', actorPosition: 'Chủ tịch' };
    const approved = await post({ decision: 'approve-answer', ...who }, linkId);
    expect([approved.status, approved.text.includes('Xin đọc mã trong thư')]).toEqual([422, true]);
    const code = { decision: 'enter-code', draft: '3.1', code: await digits() };
    expect((await post(code, linkId)).status).toBe(422);
    await post({ decision: 'return-answer', text: 'Thiếu ảnh.', ...who }, linkId);
    expect((await under.stage.load(under.petition.code)).task?.proposal).toBeNull();
  });
});
