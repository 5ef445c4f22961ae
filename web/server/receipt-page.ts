import type { ApprovalWay } from '../../core/petition/approval-way.js';
import { isSupportDecision } from '../../core/petition/support-transitions.js';
import { codeWords } from '../words/code.js';
import { deadlineWords, instantWords } from '../words/dates.js';
import { DECISION_WORDS } from '../words/labels.js';
import { SUPPORT_DECISION_WORDS } from '../words/support-words.js';
import { markup, type Html } from './markup.js';
import { renderPage } from './page.js';
import type { ReceiptPageView } from './views.js';

const AFTERWARDS: Record<ReceiptPageView['decision'], string> = {
  'request-support':
    'Các đơn vị được đề nghị nhận thư ngay trong giờ làm việc; đơn vị nhận thư khi có trả lời hoặc khi quá hạn.',
  'end-support': 'Đơn vị phối hợp được báo không cần trả lời nữa.',
  'allow-support-extension': 'Đơn vị phối hợp nhận được thư báo hạn trả lời mới.',
  'refuse-support-extension': 'Đơn vị phối hợp được báo; hạn trả lời không thay đổi.',
  'support-transfer':
    'Đơn vị được chuyển nhận thư trong giờ làm việc; đơn vị chủ trì được báo. Đơn vị không cần làm gì thêm.',
  'support-extend':
    'Đơn vị chủ trì nhận được đề nghị trong giờ làm việc. Hạn hiện nay vẫn tính cho đến khi có trả lời. Dùng lại đường dẫn trong thư để trả lời.',
  'propose-visit': 'Thư mời kèm lịch hẹn được gửi cho đơn vị chủ trì và các đơn vị phối hợp.',
  'support-accept': 'Dùng lại đường dẫn trong thư để trả lời hoặc ghi tiến độ.',
  'support-note': 'Dùng lại đường dẫn trong thư để trả lời.',
  'support-answer': 'Đơn vị chủ trì nhận được trả lời ngay. Đơn vị không cần làm gì thêm.',
  'support-decline': 'Đơn vị chủ trì được báo ngay. Đơn vị không cần làm gì thêm.',
  assign:
    'Người hoặc bộ phận được giao nhận thư trong giờ làm việc. Các đường dẫn cũ của đơn vị vẫn dùng được; ai ghi nhận thì lịch sử ghi người đó.',
  accept: 'Đơn vị tiếp tục giải quyết. Dùng lại đường dẫn trong thư để trả lời, ghi tiến độ hoặc gia hạn.',
  note: 'Đơn vị tiếp tục giải quyết. Dùng lại đường dẫn trong thư để trả lời.',
  extend: 'Người dân được thông báo ngày trả lời mới.',
  'request-extension':
    'Cấp trên nhận được đề nghị trong giờ làm việc. Thời hạn vẫn tính; đơn vị được báo ngay khi có trả lời.',
  'refer-up': 'Cấp trên chung được thông báo trong giờ làm việc. Đơn vị không cần làm gì thêm.',
  direct: 'Đơn vị được giao nhận thông báo trong giờ làm việc. Nếu lại quá hạn, kiến nghị trở lại đơn vị.',
  commit: 'Nếu lỡ ngày cam kết, hệ thống tự chuyển kiến nghị lên cấp trên.',
  ask: 'Câu hỏi được gửi cho người dân. Thời hạn tạm dừng; đơn vị nhận thư ngay khi có trả lời hoặc hết thời gian chờ.',
  guide: 'Hướng dẫn được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  forward: 'Thông báo được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  transfer: 'Đơn vị nhận được thông báo ngay trong giờ làm việc. Đơn vị không cần làm gì thêm.',
  'beyond-competence': 'Cấp trên được thông báo ngay trong giờ làm việc. Đơn vị không cần làm gì thêm.',
  reclassify:
    'Người dân được thông báo loại việc và ngày trả lời mới. Nếu đơn vị khác có thẩm quyền, đơn vị đó nhận được thông báo ngay trong giờ làm việc.',
  split:
    'Mỗi vụ việc được giao đơn vị có thẩm quyền; người dân được thông báo. Kiến nghị kết thúc khi vụ việc cuối cùng kết thúc.',
  resolve:
    'Nội dung trả lời được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
  'link-duplicate':
    'Người dân được báo. Đơn vị không cần trả lời riêng: kiến nghị kia có trả lời thì người gửi nhận cùng nội dung.',
  'unlink-duplicate': 'Đơn vị tiếp tục giải quyết. Thời hạn giải quyết không thay đổi.',
  reject: 'Lý do được gửi cho người dân. Kiến nghị kết thúc khi hết thời gian để người dân phản hồi.',
};

const PROPOSED: Record<ApprovalWay, string> = {
  'head-link':
    'Dự thảo được trình người đứng đầu đơn vị; chỉ gửi cho người dân khi được phê duyệt. Trong lúc chờ, thời hạn vẫn tính.',
  'one-time-code':
    'Dự thảo được trình người đứng đầu đơn vị, kèm một mã dùng một lần. Khi đồng ý, người đứng đầu đọc mã; xin nhập mã tại trang xử lý thì trả lời được gửi cho người dân. Trong lúc chờ, thời hạn vẫn tính.',
};

const nextActor = ({ next, now }: ReceiptPageView): Html | null =>
  next === null
    ? null
    : markup`<dt>Đơn vị giữ tiếp</dt><dd>${next.holderName}</dd>
${next.resolveBy === null ? null : markup`<dt>Hạn giải quyết</dt><dd>${deadlineWords(next.resolveBy, now)}</dd>`}`;

const decisionWords = ({ decision }: ReceiptPageView): string =>
  isSupportDecision(decision) ? SUPPORT_DECISION_WORDS[decision] : DECISION_WORDS[decision];

/** What was recorded, when, and who acts next. The same for a form that was sent twice. */
export const renderReceiptPage = (view: ReceiptPageView): string =>
  renderPage({
    title: 'Đã ghi nhận',
    content: markup`
<section class="done" aria-labelledby="done-title">
<h1 id="done-title">${view.proposedBy !== undefined ? 'Đã trình phê duyệt' : 'Đã ghi nhận'}: ${decisionWords(view)}</h1>
${view.isRepeated ? markup`<p class="note">Biểu mẫu này đã được ghi nhận từ lần gửi trước; không có gì bị ghi hai lần.</p>` : null}
<dl class="facts">
<dt>Mã kiến nghị</dt><dd><span class="code">${codeWords(view.code)}</span></dd>
<dt>Loại việc</dt><dd>${view.categoryLabel}</dd>
<dt>Ghi nhận lúc</dt><dd>${instantWords(view.at)}</dd>
<dt>Đơn vị</dt><dd>${view.agencyName}</dd>
${nextActor(view)}
</dl>
<p>${view.proposedBy !== undefined ? PROPOSED[view.proposedBy] : AFTERWARDS[view.decision]}</p>
${view.taskPath === null ? null : markup`<p><a href="${view.taskPath}">Quay lại trang xử lý kiến nghị</a></p>`}
</section>`,
  });
