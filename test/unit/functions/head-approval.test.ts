import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aLink } from '../../support/builders/link-builder.js';
import { realPng } from '../../support/images.js';
import { useApprovalPages } from './support/approval-pages.js';
import { call, httpEvent, type Answer } from './support/http-event.js';
import { LINK, WARD } from './support/stage.js';
import { useLog } from './support/use-log.js';

const DRAFT = {
  decision: 'resolve',
  text: 'Đã lắp biển <b>cấm</b> dừng đỗ.',
  actorName: 'Nguyễn Văn An',
  actorPosition: 'Công chức',
};

const HEAD_LINK = 'BBBBBBBBBBBBBBBBBBBBBB';
const WHO = { actorName: 'Lê Văn Bình', actorPosition: 'Chủ tịch' };

describe('the page of a head', () => {
  const log = useLog();
  const { under, page, post } = useApprovalPages('head-link');

  /** The ward drafts an answer with a photo; the head's link is there as the mail would have it. */
  const drafted = async (): Promise<Answer> => {
    const receipt = await post(LINK, DRAFT, [realPng]);
    const { task } = await under.stage.load(under.petition.code);
    const hash = createHash('sha256').update(HEAD_LINK).digest('hex');
    const of = { petitionId: under.petition.id, agencyId: WARD, contactId: 'head' };
    await under.stage.fakes.links.put(aLink({ hash, ...of, requestSeq: task?.proposal?.seq ?? 0 }));
    return receipt;
  };

  const file = (link: string, n: string): Promise<Answer> =>
    call(under.open, httpEvent('GET /t/{link}/files/{n}', { path: { link, n } }));

  it('tells the official that the answer waits, on the form and after it, and keeps the link', async () => {
    expect((await page(LINK)).text).toContain('chỉ gửi cho người dân khi được phê duyệt');
    const receipt = await drafted();
    expect(receipt.status).toBe(200);
    expect(receipt.text).toContain('Đã trình phê duyệt');
    expect(receipt.text).toContain(`href="/t/${LINK}"`);
    expect((await page(LINK)).text).toContain('Dự thảo đang chờ phê duyệt');
  });

  it('shows the draft and its files, marked up as text, without a script; nobody outside sees them', async () => {
    await drafted();
    const { status, text } = await page(HEAD_LINK);
    expect(status).toBe(200);
    expect(text).toContain('Đã lắp biển &lt;b&gt;cấm&lt;/b&gt; dừng đỗ.');
    expect(text).not.toMatch(/<script| checked/);
    expect(text).toContain(`/t/${HEAD_LINK}/files/0`);
    expect((await file(HEAD_LINK, '0')).status).toBe(200);
    expect((await file(HEAD_LINK, '1')).status).toBe(404);
    const superiors = aLink({ hash: createHash('sha256').update('C'.repeat(22)).digest('hex') });
    await under.stage.fakes.links.put({
      ...superiors,
      petitionId: under.petition.id,
      requestSeq: 1,
      agencyId: WARD,
    });
    expect((await file('C'.repeat(22), '0')).status).toBe(404);
  });

  it('takes no answer without a choice, a name or, when it is sent back, a reason; typed words stay', async () => {
    await drafted();
    const none = await post(HEAD_LINK, { text: 'Thiếu ảnh.', ...WHO });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Xin chọn một cách xử lý.');
    expect(none.text).toContain('Thiếu ảnh.');
    expect((await post(HEAD_LINK, { decision: 'approve-answer' })).status).toBe(422);
    expect((await post(HEAD_LINK, { decision: 'return-answer', ...WHO })).status).toBe(422);
    expect((await post(HEAD_LINK, { decision: 'resolve', ...WHO })).status).toBe(422);
    expect((await under.stage.load(under.petition.code)).task?.proposal).not.toBeNull();
  });

  it('lets the answer leave; afterwards it says who has answered, and a late word is given back', async () => {
    await drafted();
    const said = await post(HEAD_LINK, { decision: 'approve-answer', ...WHO });
    expect(said.status).toBe(200);
    expect(said.text).toContain('đúng như dự thảo');
    expect(await under.stage.load(under.petition.code)).toMatchObject({
      status: 'RESOLVED',
      task: { proposal: null },
    });
    const dead = await page(HEAD_LINK);
    expect([dead.status, (await page(LINK)).status]).toEqual([410, 410]);
    const late = await post(HEAD_LINK, { decision: 'return-answer', text: 'Khoan đã.', ...WHO });
    expect([late.status, late.text.includes('Khoan đã.')]).toEqual([409, true]);
    expect(log.text()).not.toMatch(/Lê Văn Bình|Khoan đã|dừng đỗ/);
  });
});
