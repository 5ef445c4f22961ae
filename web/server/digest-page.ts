import type { Status } from '../../core/petition/transitions.js';
import type { Instant } from '../../core/time.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, dayWords, instantWords } from '../words/dates.js';
import { STATUS_WORDS } from '../words/labels.js';
import { markup, raw, type Html } from './markup.js';
import { renderPage } from './page.js';
import type { DeadlineView } from './views.js';

/** A task of the list. */
export interface DigestRowView {
  /** What its box posts. */
  value: string;
  /** Page of the task. */
  href: string;
  code: string;
  categoryLabel: string;
  placeName: string | null;
  receivedAt: Instant;
  status: Status;
  isUrgent: boolean;
  /** What was promised to the resident is past. */
  isLate: boolean;
  /** Nobody has taken it yet. */
  isToAccept: boolean;
  acceptBy: DeadlineView | null;
  resolveBy: DeadlineView | null;
  followUpAt: DeadlineView | null;
}

export interface DigestPageView {
  day: string;
  now: Instant;
  /** Null where the agency holds nothing any more. */
  holderName: string | null;
  rows: DigestRowView[];
  nonce: string;
  nextHref: string | null;
  /** The beginning of the list; null on its first page. */
  firstHref: string | null;
}

const due = (term: string, view: DeadlineView | null, now: Instant): Html | null =>
  view === null
    ? null
    : markup`<dt>${term}</dt><dd><span class="${view.at <= now ? 'late' : 'on-time'}">${deadlineWords(view, now)}</span></dd>`;

const tags = (row: DigestRowView): Html | null =>
  row.isLate || row.isUrgent
    ? markup`<p>${row.isLate ? markup`<span class="tag warn">Quá hạn trả lời người dân</span> ` : null}${row.isUrgent ? markup`<span class="tag warn">Việc khẩn</span>` : null}</p>`
    : null;

const box = (row: DigestRowView, id: string): Html | null =>
  row.isToAccept
    ? markup`<div class="choice"><input type="checkbox" id="${id}" name="task" value="${row.value}"><label for="${id}">Tiếp nhận kiến nghị <span class="code">${codeWords(row.code)}</span></label></div>`
    : null;

const renderRow = (row: DigestRowView, id: string, now: Instant): Html => markup`
<li class="card">
<h3><a href="${row.href}">${row.categoryLabel} – <span class="code">${codeWords(row.code)}</span></a></h3>
${tags(row)}
<dl class="facts">
<dt>Tình trạng</dt><dd>${STATUS_WORDS[row.status]}</dd>
${row.placeName === null ? null : markup`<dt>Nơi xảy ra</dt><dd>${row.placeName}</dd>`}
<dt>Tiếp nhận ngày</dt><dd>${dateWords(row.receivedAt)}</dd>
${row.isToAccept ? due('Hạn nhận việc', row.acceptBy, now) : null}
${due('Hạn giải quyết', row.resolveBy, now)}
${row.followUpAt === null ? null : markup`<dt>Ngày theo dõi lại</dt><dd>${instantWords(row.followUpAt.at)}; không tính quá hạn</dd>`}
</dl>
${box(row, id)}
</li>`;

const group = (
  title: string,
  rows: readonly DigestRowView[],
  { now, prefix }: { now: Instant; prefix: string },
): Html | null =>
  rows.length === 0
    ? null
    : markup`
<h2 id="${prefix}-title">${title}</h2>
<ul class="tasks" aria-labelledby="${prefix}-title">${rows.map((row, i) => renderRow(row, `${prefix}-${i + 1}`, now))}
</ul>`;

const submit = (rows: readonly DigestRowView[]): Html | null =>
  rows.some(({ isToAccept }) => isToAccept)
    ? markup`<p class="hint">Chỉ những kiến nghị được đánh dấu mới được ghi là đã tiếp nhận. Kiến nghị không thuộc thẩm quyền: xin mở trang của kiến nghị để chuyển hoặc báo vượt thẩm quyền.</p>
<button type="submit">Tiếp nhận các kiến nghị đã chọn</button>`
    : null;

const paging = ({ nextHref, firstHref }: DigestPageView): Html | null =>
  nextHref === null && firstHref === null
    ? null
    : markup`
<nav aria-label="Các trang của danh sách"><p>${firstHref === null ? null : markup`<a href="${firstHref}">Về đầu danh sách</a> `}${nextHref === null ? null : markup`<a href="${nextHref}">Xem tiếp các kiến nghị sau</a>`}</p></nav>`;

const list = (view: DigestPageView): Html => {
  const { rows, now, nonce } = view;
  if (rows.length === 0)
    return markup`<section><p>${view.nextHref === null ? 'Đơn vị không còn kiến nghị nào đang mở trong phần này.' : 'Các kiến nghị của phần này vừa được xử lý.'}</p></section>`;
  return markup`
<form method="post" accept-charset="utf-8">
<input type="hidden" name="nonce" value="${nonce}">
${group(
  'Quá hạn trả lời người dân',
  rows.filter(({ isLate }) => isLate),
  { now, prefix: 'late' },
)}
${group(
  'Còn trong hạn hoặc không tính hạn',
  rows.filter(({ isLate }) => !isLate),
  { now, prefix: 'open' },
)}
${submit(rows)}
</form>`;
};

/** All that an agency holds, late ones first: several can be accepted at once, everything else is done on a task's page. */
export const renderDigestPage = (view: DigestPageView): string =>
  renderPage({
    title: 'Danh sách kiến nghị đang giữ',
    content: markup`
<h1>Kiến nghị đơn vị đang giữ</h1>
<p class="lead">${view.holderName === null ? null : `${view.holderName}. `}Thư tổng hợp ngày ${dayWords(view.day)}; danh sách theo tình trạng lúc ${instantWords(view.now)}.</p>
${list(view)}
${paging(view)}`,
  });

const DEAD: Record<'expired' | 'replaced', Html> = {
  expired: raw(
    '<p>Đường dẫn của thư tổng hợp chỉ dùng được trong 10 ngày. Xin mở thư tổng hợp mới nhất, hoặc đường dẫn riêng trong thư của từng kiến nghị.</p>',
  ),
  replaced: raw(
    '<p>Đầu mối tiếp nhận của đơn vị đã được thay. Các kiến nghị vẫn do đơn vị xử lý, bằng đường dẫn mới trong thư gửi tới đầu mối hiện nay. Nếu đầu mối chưa nhận được thư, xin báo đơn vị quản lý hệ thống.</p>',
  ),
};

/** The link of a digest that opens nothing any more, and what to use instead. */
export const renderDeadDigestPage = (because: 'expired' | 'replaced'): string =>
  renderPage({
    title: 'Đường dẫn này không còn hiệu lực',
    content: markup`
<section aria-labelledby="dead-title">
<h1 id="dead-title">Đường dẫn này không còn hiệu lực</h1>
${DEAD[because]}
</section>`,
  });
