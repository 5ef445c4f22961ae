import type { AcceptOutcome } from '../../core/use-cases/accept-tasks.js';
import { codeWords } from '../words/code.js';
import { markup, type Html } from './markup.js';
import { renderPage } from './page.js';

export interface AcceptedRowView {
  outcome: AcceptOutcome;
  /** Null for what the agency never held. */
  shown: { code: string; categoryLabel: string; href: string; holderName: string | null } | null;
}

export interface AcceptedPageView {
  rows: AcceptedRowView[];
  listHref: string;
}

const OUTCOME: Record<AcceptOutcome, string> = {
  accepted: 'Đã ghi nhận: đơn vị tiếp nhận.',
  already: 'Đã được tiếp nhận từ trước; không có gì thay đổi.',
  moved: 'Không ghi nhận được: kiến nghị đã được chuyển hoặc đã kết thúc.',
  busy: 'Chưa ghi nhận được vì hệ thống đang bận. Xin chọn lại kiến nghị này trong danh sách.',
};

const isOpenHere = (outcome: AcceptOutcome): boolean => outcome === 'accepted' || outcome === 'already';

const renderRow = ({ outcome, shown }: AcceptedRowView): Html => {
  const kind = isOpenHere(outcome) ? 'tag' : 'tag warn';
  if (shown === null)
    return markup`<li class="card"><p><span class="${kind}">${OUTCOME[outcome]}</span></p></li>`;
  const { code, categoryLabel, href, holderName } = shown;
  return markup`
<li class="card">
<h2>${categoryLabel} – <span class="code">${codeWords(code)}</span></h2>
<p><span class="${kind}">${OUTCOME[outcome]}</span></p>
${outcome === 'moved' && holderName !== null ? markup`<p>Đơn vị đang giữ: ${holderName}.</p>` : null}
${isOpenHere(outcome) ? markup`<p><a href="${href}">Mở trang xử lý kiến nghị <span class="code">${codeWords(code)}</span></a></p>` : null}
</li>`;
};

/** What became of each task that was ticked; the same for a form that was sent twice. */
export const renderAcceptedPage = ({ rows, listHref }: AcceptedPageView): string => {
  const accepted = rows.filter(({ outcome }) => outcome === 'accepted').length;
  return renderPage({
    title: 'Kết quả tiếp nhận',
    content: markup`
<h1>Đã tiếp nhận ${accepted} trên ${rows.length} kiến nghị đã chọn</h1>
<ul class="tasks">${rows.map(renderRow)}
</ul>
<p><a href="${listHref}">Quay lại danh sách kiến nghị</a></p>`,
  });
};

const WHY = {
  'none-chosen': 'Chưa có kiến nghị nào được đánh dấu, nên chưa có gì được ghi nhận.',
  'not-ours': 'Biểu mẫu này không do trang danh sách hiện nay tạo ra, nên chưa có gì được ghi nhận.',
};

/** A form that accepts nothing: no box ticked, or not made by our page. */
export const renderUnacceptedPage = ({
  linkId,
  because,
}: {
  linkId: string;
  because: keyof typeof WHY;
}): string =>
  renderPage({
    title: 'Chưa ghi nhận được',
    content: markup`
<section aria-labelledby="error-title">
<h1 id="error-title">Chưa ghi nhận được</h1>
<p>${WHY[because]}</p>
<p><a href="/d/${linkId}">Mở lại danh sách kiến nghị</a></p>
</section>`,
  });
