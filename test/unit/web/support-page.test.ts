import { describe, expect, it } from 'vitest';
import { renderMovedPage } from '../../../web/server/moved-page.js';
import { renderReceiptPage } from '../../../web/server/receipt-page.js';
import { renderSupportPage } from '../../../web/server/support-page.js';
import { SUPPORT_DECISIONS } from '../../../core/petition/support-transitions.js';
import type { SupportPageView } from '../../../web/server/support-views.js';
import { renderTaskPage } from '../../../web/server/task-page.js';
import { taskForm, taskView } from '../../support/task-view.js';

const HOSTILE = `"><script>alert(1)</script>`;

const view = (change: Partial<SupportPageView> = {}): SupportPageView => ({
  ...taskView(),
  leadName: 'UBND phường Thới An',
  holderName: 'Công an phường Thới An',
  state: 'REQUESTED',
  request: 'Xin tuần tra buổi sáng.',
  acceptedAt: null,
  requestedUntil: null,
  dueBy: { at: '2023-03-15T10:00:00.000Z', provisional: false, workingDays: 1 },
  reason: 'UBND phường Thới An đề nghị phối hợp.',
  hops: [{ at: '2023-03-10T03:00:00.000Z', kind: 'requested', toName: 'Công an phường Thới An' }],
  remarks: [{ at: '2023-03-13T03:00:00.000Z', type: 'SupportNoted', text: 'Đang tuần tra.' }],
  form: {
    decisions: [...SUPPORT_DECISIONS],
    peers: [{ id: 'cong-an-xa/w:26776@0', name: 'Công an phường Hiệp Thành' }],
    extendBetween: { first: '2023-03-16', last: '2023-03-17' },
    nonce: 'n',
    typed: {},
    errors: [],
  },
  ...change,
});

describe('the page of a supporting agency', () => {
  const page = renderSupportPage(view());

  it('says who asks what by when, about which matter, and chooses nothing', () => {
    for (const said of [
      'Xin tuần tra buổi sáng.',
      'UBND phường Thới An',
      '17:00, thứ Tư 15/03/2023 (còn 1 ngày làm việc)',
      'Nhiều xe khách loại lớn',
      'Đang tuần tra.',
    ])
      expect(page).toContain(said);
    expect(page).not.toMatch(/<input[^>]* checked/);
    expect(page).not.toContain('<script');
    expect(page).toContain('name="nonce" value="n"');
  });

  it('offers what the state allows, and asks for a name with an answer', () => {
    const offered = [...page.matchAll(/name="decision" value="([^"]+)"/g)].map(([, value]) => value);
    expect(offered).toEqual(view().form.decisions);
    expect(page).toContain('class="for for-support-answer for-support-decline"');
    expect(page).toContain('name="evidence"');
    expect(page).toContain('<option value="cong-an-xa/w:26776@0">Công an phường Hiệp Thành</option>');
    expect(page).toMatch(/name="until.support-extend"[^>]*min="2023-03-16" max="2023-03-17"/);
  });

  it('says that the lead has not yet answered a request for more time', () => {
    expect(page).not.toContain('chờ đơn vị chủ trì trả lời');
    const waiting = renderSupportPage(view({ requestedUntil: '2023-03-17T10:00:00.000Z' }));
    expect(waiting).toContain('Đến hết ngày 17/03/2023; chờ đơn vị chủ trì trả lời');
  });

  it('escapes what comes from outside, and hides the submitter where asked to', () => {
    const hostile = renderSupportPage(
      view({ request: HOSTILE, leadName: HOSTILE, holderName: HOSTILE, reason: HOSTILE, submitter: null }),
    );
    expect(hostile).not.toContain('<script');
    expect(hostile).toContain('giữ kín');
  });

  it('shows the faults of a form beside what was typed', () => {
    const form = {
      ...view().form,
      typed: { decision: 'support-answer', text: 'Đã làm' },
      errors: [{ field: 'actorName', message: 'Xin điền mục này.' }],
    };
    const again = renderSupportPage(view({ form }));
    expect(again).toContain('Họ và tên: Xin điền mục này.');
    expect(again).toMatch(/value="support-answer"[^>]* checked/);
    expect(again).toContain('Đã làm</textarea>');
  });
});

describe('the page of the lead', () => {
  const support = {
    thread: 'support-1',
    holderName: 'Điện lực Quận 12',
    state: 'REQUESTED' as const,
    isOpen: true,
    dueBy: { at: '2023-03-13T10:00:00.000Z', provisional: false, workingDays: 1 },
    hops: [],
    endedAt: null,
    requestedUntil: '2023-03-16T10:00:00.000Z',
    files: [{ href: '/t/abc/files/1', label: 'Tệp 1' }],
  };

  it('lists the supporters with state, deadline and files', () => {
    const page = renderTaskPage(taskView({ supports: [support] }));
    expect(page).toContain('Điện lực Quận 12');
    expect(page).toContain('Đã đề nghị, chờ đơn vị phối hợp');
    expect(page).toContain('(quá hạn 1 ngày làm việc)');
    expect(page).toContain('Đề nghị gia hạn đến hết ngày 16/03/2023, chờ đơn vị trả lời');
    expect(page).toContain('href="/t/abc/files/1"');
    expect(renderTaskPage(taskView())).not.toContain('id="supports-title"');
  });

  it('asks why it answers before its supporters only while one is open', () => {
    expect(renderTaskPage(taskView())).toContain('name="supportOpenReason"');
    const none = taskForm({ support: { ...taskForm().support, open: [] } });
    expect(renderTaskPage(taskView({ form: none }))).not.toContain('name="supportOpenReason"');
  });
});

it('a link of a support task that is over says what became of it', () => {
  const moved = {
    ...{ code: '7K3M9Q2P4TXAN', holder: null, decided: null, isReplaced: false, isRefusedPost: false },
    ...{ typedText: null, trackPath: '/track.html' },
  };
  const holderName = 'Công an Quận 12';
  const page = (state: 'ANSWERED' | 'ENDED' | 'REQUESTED') =>
    renderMovedPage({ ...moved, support: { state, holderName } });
  expect(page('ANSWERED')).toContain('Đơn vị đã trả lời đề nghị phối hợp này.');
  expect(page('ENDED')).toContain('không cần trả lời nữa');
  expect(page('REQUESTED')).toContain('nay do Công an Quận 12 thực hiện');
});

it('the receipt of a contribution says who learns of it', () => {
  const page = renderReceiptPage({
    ...{ code: '7K3M9Q2P4TXAN', categoryLabel: 'Biển báo', decision: 'support-answer' },
    ...{ at: '2023-03-13T10:00:00.000Z', agencyName: 'Công an phường', isRepeated: false },
    ...{ next: null, now: '2023-03-13T10:00:00.000Z', taskPath: null },
  });
  expect(page).toContain('Đã ghi nhận: Trả lời đơn vị chủ trì');
});
