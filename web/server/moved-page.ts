import type { Outcome } from '../../core/petition/petition.js';
import { codeWords } from '../words/code.js';
import { instantWords } from '../words/dates.js';
import { HOP_WORDS } from '../words/labels.js';
import { markup, type Html } from './markup.js';
import type { SupportState } from '../../core/petition/support-transitions.js';
import { renderPage } from './page.js';
import type { MovedPageView } from './views.js';

const DECIDED: Record<Outcome['kind'], string> = {
  resolved: 'đã giải quyết và trả lời kiến nghị này',
  rejected: 'đã quyết định không thụ lý kiến nghị này',
  guided: 'đã hướng dẫn kiến nghị này sang thủ tục khác của luật',
  forwarded: 'đã chuyển kiến nghị này đến cơ quan ngoài hệ thống',
};

const SUPPORT_WORDS: Partial<Record<SupportState, string>> = {
  ANSWERED: 'Đơn vị đã trả lời đề nghị phối hợp này.',
  DECLINED: 'Đơn vị đã báo không phối hợp được và nêu lý do.',
  ENDED: 'Đề nghị phối hợp này đã kết thúc, không cần trả lời nữa.',
};

/** A support task that is open is with somebody else now. */
const supportWords = (support: NonNullable<MovedPageView['support']>): Html =>
  markup`<p>${SUPPORT_WORDS[support.state] ?? `Việc phối hợp nay do ${support.holderName} thực hiện.`}</p>`;

const whatHappened = ({ holder, decided }: MovedPageView): Html => {
  if (decided !== null) {
    return markup`<p>${decided.agencyName} ${DECIDED[decided.kind]} lúc ${instantWords(decided.at)}.</p>`;
  }
  if (holder === null) return markup`<p>Kiến nghị này đã kết thúc.</p>`;
  return markup`<dl class="facts">
<dt>Đơn vị đang giữ</dt><dd>${holder.name}</dd>
<dt>Từ lúc</dt><dd>${instantWords(holder.since)}</dd>
<dt>Vì sao</dt><dd>${HOP_WORDS[holder.kind]}</dd>
</dl>`;
};

/** What the head was asked to approve is none any more, although task and holder are the same. */
const draftWords = (since: string): Html =>
  markup`<p class="note"><strong>Dự thảo trả lời này không còn hiệu lực</strong>, vì người dân đã trả lời hoặc bổ sung lúc ${instantWords(since)}, sau khi dự thảo được trình. Không có gì được gửi cho người dân. Người xử lý xem nội dung mới và trình lại; khi đó có thư với đường dẫn mới.</p>`;

const refused = (view: MovedPageView): Html | null => {
  if (!view.isRefusedPost) return null;
  return markup`<p class="note">Nội dung vừa gửi <strong>không được ghi nhận</strong>, vì ${view.isReplaced ? 'đường dẫn đã được thay' : 'kiến nghị đã thay đổi'} trước đó.</p>
${view.typedText === null ? null : markup`<h2>Nội dung vừa nhập, để sao chép nếu cần</h2><p class="quote">${view.typedText}</p>`}`;
};

const whatToDo = ({ isReplaced }: MovedPageView): Html =>
  isReplaced
    ? markup`<p>Kiến nghị vẫn do đơn vị xử lý, bằng đường dẫn mới trong thư gửi tới đầu mối tiếp nhận hiện nay của đơn vị. Nếu đầu mối chưa nhận được thư mới, xin báo đơn vị quản lý hệ thống.</p>`
    : markup`<p>Đơn vị không cần làm gì thêm với đường dẫn này.</p>`;

/** A link that no longer acts: says politely who holds the petition now, or who decided what when. */
export const renderMovedPage = (view: MovedPageView): string =>
  renderPage({
    title: 'Đường dẫn này không còn hiệu lực',
    content: markup`
<section aria-labelledby="moved-title">
<h1 id="moved-title">${view.isRefusedPost ? 'Chưa ghi nhận được' : 'Đường dẫn này không còn hiệu lực'}</h1>
<p class="lead">Kiến nghị <span class="code">${codeWords(view.code)}</span></p>
${refused(view)}
${view.support == null || view.isReplaced ? null : supportWords(view.support)}
${view.draftVoidSince == null ? null : draftWords(view.draftVoidSince)}
${whatHappened(view)}
${whatToDo(view)}
<p>Có thể <a href="${view.trackPath}">theo dõi kiến nghị bằng mã</a>.</p>
</section>`,
  });
