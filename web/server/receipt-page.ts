import type { Decision } from '../../core/petition/transitions.js';
import { codeWords } from '../words/code.js';
import { deadlineWords, instantWords } from '../words/dates.js';
import { DECISION_WORDS } from '../words/labels.js';
import { markup, type Html } from './markup.js';
import { renderPage } from './page.js';
import type { ReceiptPageView } from './views.js';

const AFTERWARDS: Record<Decision, string> = {
  accept: 'Đơn vị tiếp tục giải quyết. Dùng lại đường dẫn trong thư để trả lời, ghi tiến độ hoặc gia hạn.',
  note: 'Đơn vị tiếp tục giải quyết. Dùng lại đường dẫn trong thư để trả lời.',
  extend: 'Người dân được thông báo ngày trả lời mới.',
  ask: 'Câu hỏi được gửi cho người dân. Thời hạn tạm dừng; đơn vị nhận thư ngay khi có trả lời hoặc hết thời gian chờ.',
  guide: 'Hướng dẫn được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  forward: 'Thông báo được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  transfer: 'Đơn vị nhận được thông báo ngay trong giờ làm việc. Đơn vị không cần làm gì thêm.',
  'beyond-competence': 'Cấp trên được thông báo ngay trong giờ làm việc. Đơn vị không cần làm gì thêm.',
  reclassify:
    'Người dân được thông báo loại việc và ngày trả lời mới. Nếu đơn vị khác có thẩm quyền, đơn vị đó nhận được thông báo ngay trong giờ làm việc.',
  resolve:
    'Nội dung trả lời được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  reject: 'Lý do được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
};

const nextActor = ({ next, now }: ReceiptPageView): Html | null =>
  next === null
    ? null
    : markup`<dt>Đơn vị giữ tiếp</dt><dd>${next.holderName}</dd>
${next.resolveBy === null ? null : markup`<dt>Hạn giải quyết</dt><dd>${deadlineWords(next.resolveBy, now)}</dd>`}`;

/** What was recorded, when, and who acts next. The same for a form that was sent twice. */
export const renderReceiptPage = (view: ReceiptPageView): string =>
  renderPage({
    title: 'Đã ghi nhận',
    content: markup`
<section class="done" aria-labelledby="done-title">
<h1 id="done-title">Đã ghi nhận: ${DECISION_WORDS[view.decision]}</h1>
${view.isRepeated ? markup`<p class="note">Biểu mẫu này đã được ghi nhận từ lần gửi trước; không có gì bị ghi hai lần.</p>` : null}
<dl class="facts">
<dt>Mã kiến nghị</dt><dd><span class="code">${codeWords(view.code)}</span></dd>
<dt>Loại việc</dt><dd>${view.categoryLabel}</dd>
<dt>Ghi nhận lúc</dt><dd>${instantWords(view.at)}</dd>
<dt>Đơn vị</dt><dd>${view.agencyName}</dd>
${nextActor(view)}
</dl>
<p>${AFTERWARDS[view.decision]}</p>
${view.taskPath === null ? null : markup`<p><a href="${view.taskPath}">Quay lại trang xử lý kiến nghị</a></p>`}
</section>`,
  });
