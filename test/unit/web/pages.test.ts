import { describe, expect, it } from 'vitest';
import { renderErrorPage } from '../../../web/server/error-page.js';
import { renderInbox } from '../../../web/server/inbox-page.js';
import { renderMovedPage } from '../../../web/server/moved-page.js';
import { renderNotFoundPage } from '../../../web/server/not-found-page.js';
import { renderReceiptPage } from '../../../web/server/receipt-page.js';
import type { MovedPageView, ReceiptPageView } from '../../../web/server/views.js';

const HOSTILE = '<script>alert(1)</script>';

const receipt = (change: Partial<ReceiptPageView> = {}): ReceiptPageView => ({
  code: '7K3M9Q2P4TXAN',
  categoryLabel: 'Biển báo',
  decision: 'beyond-competence',
  at: '2023-03-13T03:10:00.000Z',
  agencyName: 'UBND phường Thới An',
  isRepeated: false,
  next: {
    holderName: 'UBND Quận 12',
    resolveBy: { at: '2023-03-20T10:00:00.000Z', provisional: false, workingDays: 5 },
  },
  now: '2023-03-13T03:10:00.000Z',
  taskPath: null,
  ...change,
});

const moved = (change: Partial<MovedPageView> = {}): MovedPageView => ({
  code: '7K3M9Q2P4TXAN',
  holder: { name: 'UBND Quận 12', since: '2023-03-13T03:10:00.000Z', kind: 'beyond-competence' },
  decided: null,
  isReplaced: false,
  isRefusedPost: false,
  typedText: null,
  trackPath: '/track.html#7K3M-9Q2P-4TXA-N',
  ...change,
});

describe('receipt page', () => {
  it('says what was recorded, when, and who acts next until when', () => {
    const page = renderReceiptPage(receipt());
    expect(page).toContain('Đã ghi nhận: Vượt thẩm quyền, chuyển cấp trên');
    expect(page).toContain('10:10, thứ Hai 13/03/2023');
    expect(page).toContain('UBND Quận 12');
    expect(page).toContain('còn 5 ngày làm việc');
    expect(page).not.toContain('lần gửi trước');
  });

  it('says that a repeated form was not recorded twice, and leads back while the link lives', () => {
    const page = renderReceiptPage(receipt({ decision: 'accept', isRepeated: true, taskPath: '/t/abc' }));
    expect(page).toContain('lần gửi trước');
    expect(page).toContain('href="/t/abc"');
  });
});

describe('moved page', () => {
  it('says who holds it now and why', () => {
    const page = renderMovedPage(moved());
    expect(page).toContain('không còn hiệu lực');
    expect(page).toContain('UBND Quận 12');
    expect(page).toContain('Vượt thẩm quyền, chuyển cấp trên');
  });

  it('of a replaced link says that the unit goes on with the one of the new mail', () => {
    const page = renderMovedPage(moved({ isReplaced: true, isRefusedPost: true }));
    expect(page).toContain('đường dẫn mới trong thư gửi tới đầu mối tiếp nhận hiện nay');
    expect(page).toContain('vì đường dẫn đã được thay trước đó');
    expect(page).not.toContain('không cần làm gì thêm');
  });

  it('says who decided what when', () => {
    const decided = { kind: 'rejected' as const, at: '2023-03-13T03:10:00.000Z', agencyName: 'UBND Quận 12' };
    const page = renderMovedPage(moved({ holder: null, decided }));
    expect(page).toContain(
      'UBND Quận 12 đã quyết định không thụ lý kiến nghị này lúc 10:10, thứ Hai 13/03/2023',
    );
  });

  it('gives back, escaped, what was typed into a form that was not recorded', () => {
    const page = renderMovedPage(moved({ isRefusedPost: true, typedText: `Đã xong ${HOSTILE}` }));
    expect(page).toContain('không được ghi nhận');
    expect(page).toContain('Đã xong &lt;script&gt;');
  });
});

describe('other pages', () => {
  it('not found says nothing about petitions', () => {
    expect(renderNotFoundPage()).toContain('Không tìm thấy trang');
    expect(renderNotFoundPage()).not.toContain('Mã kiến nghị');
  });

  it('the error page escapes what it is given', () => {
    const page = renderErrorPage({ title: HOSTILE, message: HOSTILE, requestId: HOSTILE });
    expect(page).not.toContain('<script');
  });
});

describe('local inbox', () => {
  const mail = (subject: string) => ({
    at: '2023-03-10T02:00:00.000Z',
    to: 'a@example.vn',
    subject,
    text: `Mở: http://localhost:8080/t/AAAAAAAAAAAAAAAAAAAAAA ${HOSTILE}`,
    html: `<p>"${HOSTILE}</p>`,
  });

  it('lists the newest first, with links and the HTML in a sandbox', () => {
    const page = renderInbox([mail('cũ'), mail('mới')]);
    expect(page.indexOf('mới</h2>')).toBeLessThan(page.indexOf('cũ</h2>'));
    expect(page).toContain('<a href="http://localhost:8080/t/AAAAAAAAAAAAAAAAAAAAAA">');
    expect(page).toContain('sandbox=');
    expect(page).not.toContain('allow-scripts');
    expect(page).not.toContain('<script');
  });

  it('says when nothing was sent', () => {
    expect(renderInbox([])).toContain('Chưa có thư nào');
    expect(renderInbox([])).not.toContain('tin nhắn</h2>');
  });

  it('shows messages to telephones with their links, escaped', () => {
    const at = '2023-03-10T02:00:00.000Z';
    const text = 'Kiến nghị <b> đã có trả lời https://kien-nghi.example/track.html#A';
    const page = renderInbox([], [{ at, to: '+84901234567', channel: 'zalo', text }]);
    expect(page).toContain('1 tin nhắn</h2>');
    expect(page).toContain('Zalo đến +84901234567');
    expect(page).toContain('&lt;b&gt;');
    expect(page).toContain('<a href="https://kien-nghi.example/track.html#A">');
  });
});
