import type { SuperiorAnswer } from '../../core/petition/transitions.js';
import type { Instant } from '../../core/time.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { HOP_WORDS, SUPERIOR_ANSWER_WORDS } from '../words/labels.js';
import { renderErrorSummary } from './error-summary.js';
import { FIELD_LABELS } from './field-labels.js';
import { radioField, textArea, textField } from './form-fields.js';
import { markup } from './markup.js';
import { renderPage } from './page.js';
import { FORM_LIMITS } from './task-form.js';
import type { DeadlineView, FieldError, HopView, TypedFields } from './views.js';

export const SUPERIOR_ANSWERS = Object.keys(SUPERIOR_ANSWER_WORDS) as SuperiorAnswer[];

/** The page of a superior who is asked for more time than the holder may take alone. */
export interface ExtensionPageView {
  now: Instant;
  code: string;
  categoryLabel: string;
  placeName: string | null;
  description: string;
  receivedAt: Instant;
  holderName: string;
  superiorName: string;
  askedAt: Instant;
  reason: string;
  /** The deadline in force: with it the request lapses. */
  resolveBy: DeadlineView | null;
  until: Instant;
  hops: HopView[];
  nonce: string;
  typed: TypedFields;
  errors: FieldError[];
}

const facts = (view: ExtensionPageView) => markup`
<dl class="facts">
<dt>Đơn vị đề nghị</dt><dd>${view.holderName}</dd>
<dt>Cấp trên trả lời</dt><dd>${view.superiorName}</dd>
<dt>Đề nghị lúc</dt><dd>${instantWords(view.askedAt)}</dd>
${view.resolveBy === null ? null : markup`<dt>Hạn hiện nay</dt><dd>${deadlineWords(view.resolveBy, view.now)}</dd>`}
<dt>Đề nghị gia hạn đến hết ngày</dt><dd>${dateWords(view.until)}</dd>
</dl>
<h2>Lý do đề nghị</h2>
<p class="quote">${view.reason}</p>
<p class="note">Thời hạn hiện nay vẫn tính. Hết hạn mà chưa có trả lời thì đề nghị hết hiệu lực và kiến nghị chuyển lên cấp trên do quá hạn.</p>`;

const form = (view: ExtensionPageView) => markup`
<section aria-labelledby="form-title">
<h2 id="form-title">Trả lời đề nghị gia hạn</h2>
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
<input type="hidden" name="nonce" value="${view.nonce}">
${radioField(view, {
  name: 'decision',
  label: 'Chọn một cách trả lời',
  options: SUPERIOR_ANSWERS.map((id) => ({ id, name: SUPERIOR_ANSWER_WORDS[id] })),
})}
${textArea(view, {
  name: 'text',
  label: FIELD_LABELS.text,
  hint: 'Không đồng ý thì bắt buộc nêu lý do. Không ghi họ tên, số điện thoại, địa chỉ nhà của người dân.',
  maxLength: FORM_LIMITS.text,
})}
<h3>Người trả lời</h3>
<p class="hint">Ghi theo khai báo; không thay chữ ký và con dấu trên văn bản.</p>
${textField(view, { name: 'actorName', label: FIELD_LABELS.actorName, maxLength: FORM_LIMITS.actorName, autocomplete: 'name' })}
${textField(view, { name: 'actorPosition', label: FIELD_LABELS.actorPosition, maxLength: FORM_LIMITS.actorPosition, autocomplete: 'organization-title' })}
<button type="submit">Ghi nhận</button>
</form>
</section>`;

/** What is asked, why, and the form that answers. Nothing is chosen beforehand; no script. */
export const renderExtensionPage = (view: ExtensionPageView): string =>
  renderPage({
    title: `${view.errors.length === 0 ? '' : 'Lỗi: '}Đề nghị gia hạn ${codeWords(view.code)}`,
    content: markup`
${renderErrorSummary(view)}
<h1>Đề nghị gia hạn: ${view.categoryLabel}</h1>
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
${facts(view)}
<section aria-labelledby="petition-title">
<h2 id="petition-title">Nội dung kiến nghị</h2>
<p class="quote">${view.description}</p>
<dl class="facts">
<dt>Phường, xã</dt><dd>${view.placeName ?? 'Chưa xác định'}</dd>
<dt>Tiếp nhận lúc</dt><dd>${instantWords(view.receivedAt)}</dd>
</dl>
</section>
${form(view)}
<section aria-labelledby="history-title">
<h2 id="history-title">Quá trình xử lý</h2>
<ol class="steps">
${view.hops.map(({ at, kind, toName }) => markup`<li><time datetime="${at}">${instantWords(at)}</time>${HOP_WORDS[kind]}: ${toName}</li>`)}
</ol>
</section>`,
  });

/** After an answer was recorded. */
export const renderAnsweredPage = (view: {
  code: string;
  answer: SuperiorAnswer;
  holderName: string | null;
  isRepeated: boolean;
}): string =>
  renderPage({
    title: 'Đã ghi nhận',
    content: markup`
<section class="done" aria-labelledby="done-title">
<h1 id="done-title">Đã ghi nhận: ${SUPERIOR_ANSWER_WORDS[view.answer]}</h1>
${view.isRepeated ? markup`<p class="note">Biểu mẫu này đã được ghi nhận từ lần gửi trước; không có gì bị ghi hai lần.</p>` : null}
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
<p>${view.holderName ?? 'Đơn vị đề nghị'} được thông báo trong giờ làm việc${view.answer === 'approve-extension' ? '; người dân được thông báo ngày cũ và ngày mới' : ''}.</p>
</section>`,
  });
