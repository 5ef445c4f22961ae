import { HEAD_ANSWERS, type HeadAnswer } from '../../core/petition/approval.js';
import type { FinalDecision } from '../../core/petition/final-decision.js';
import type { Instant } from '../../core/time.js';
import { codeWords } from '../words/code.js';
import { deadlineWords, instantWords } from '../words/dates.js';
import { APPROVED_BY_CODE, HEAD_ANSWER_WORDS } from '../words/inside-words.js';
import { ACT_OF_WORKFLOW, DECISION_WORDS, groundWords, trackWords } from '../words/labels.js';
import { renderErrorSummary } from './error-summary.js';
import { FIELD_LABELS } from './field-labels.js';
import { radioField, textArea, textField } from './form-fields.js';
import { markup, type Html } from './markup.js';
import { renderPage } from './page.js';
import { FORM_LIMITS } from './task-form.js';
import type { DeadlineView, FieldError, TypedFields } from './views.js';

/** The page of a head whose approval a drafted answer needs. */
export interface ProposalPageView {
  now: Instant;
  code: string;
  categoryLabel: string;
  placeName: string | null;
  description: string;
  receivedAt: Instant;
  photos: { href: string; label: string }[];
  holderName: string;
  resolveBy: DeadlineView | null;
  decision: FinalDecision;
  proposedAt: Instant;
  declaredBy: string;
  /** What the resident would read. */
  text: string;
  ground: string | null;
  track: string | null;
  body: string | null;
  documentNo: string | null;
  noEvidenceReason: string | null;
  files: { href: string; label: string; isImage: boolean }[];
  /** The head tells a code; through this page it can only send the draft back. */
  isByCode: boolean;
  nonce: string;
  typed: TypedFields;
  errors: FieldError[];
}

const fact = (term: string, value: Html | string | null): Html | null =>
  value === null ? null : markup`<dt>${term}</dt><dd>${value}</dd>`;

const pictures = (files: readonly { href: string; label: string }[]): Html | null =>
  files.length === 0
    ? null
    : markup`<ul class="photos">${files.map(({ href, label }) => markup`<li><a href="${href}"><img src="${href}" alt="${label}" width="144" height="144" loading="lazy"></a></li>`)}</ul>`;

const draft = (view: ProposalPageView): Html => {
  const images = view.files.filter(({ isImage }) => isImage);
  const documents = view.files.filter(({ isImage }) => !isImage);
  return markup`
<section aria-labelledby="draft-title">
<h2 id="draft-title">Dự thảo trình phê duyệt</h2>
<dl class="facts">
${fact('Cách xử lý', DECISION_WORDS[view.decision])}
${fact(FIELD_LABELS.ground, view.ground === null ? null : groundWords(view.ground))}
${fact(FIELD_LABELS.track, view.track === null ? null : trackWords(view.track))}
${fact(FIELD_LABELS.body, view.body)}
${fact('Người trình', view.declaredBy)}
${fact('Trình lúc', instantWords(view.proposedAt))}
${fact('Số, ký hiệu văn bản', view.documentNo)}
${fact('Đơn vị', view.holderName)}
${view.resolveBy === null ? null : fact('Hạn giải quyết', deadlineWords(view.resolveBy, view.now))}
</dl>
<h3>Nội dung người dân sẽ nhận</h3>
<p class="quote">${view.text}</p>
${images.length === 0 && documents.length === 0 ? null : markup`<h3>Tệp kèm theo dự thảo</h3>`}
${pictures(images)}
${documents.length === 0 ? null : markup`<ul>${documents.map(({ href, label }) => markup`<li><a href="${href}">${label}</a></li>`)}</ul>`}
${view.noEvidenceReason === null ? null : markup`<h3>${FIELD_LABELS.noEvidenceReason}</h3><p class="quote">${view.noEvidenceReason}</p>`}
<p class="note">Người dân chưa nhận được gì. Thời hạn vẫn tính trong lúc chờ; quá hạn thì kiến nghị chuyển lên cấp trên và dự thảo hết hiệu lực.</p>
</section>`;
};

const petition = (view: ProposalPageView): Html => markup`
<section aria-labelledby="petition-title">
<h2 id="petition-title">Nội dung kiến nghị</h2>
<p class="quote">${view.description}</p>
<dl class="facts">
${fact('Phường, xã', view.placeName ?? 'Chưa xác định')}
${fact('Tiếp nhận lúc', instantWords(view.receivedAt))}
</dl>
${pictures(view.photos)}
</section>`;

const form = (view: ProposalPageView): Html => markup`
<section aria-labelledby="form-title">
<h2 id="form-title">Ý kiến của người đứng đầu đơn vị</h2>
${view.isByCode ? markup`<p class="note">${APPROVED_BY_CODE}</p>` : null}
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
<input type="hidden" name="nonce" value="${view.nonce}">
${radioField(view, {
  name: 'decision',
  label: 'Chọn một cách trả lời',
  options: HEAD_ANSWERS.filter((id) => !view.isByCode || id === 'return-answer').map((id) => ({
    id,
    name: HEAD_ANSWER_WORDS[id],
  })),
})}
${textArea(view, {
  name: 'text',
  label: FIELD_LABELS.text,
  hint: 'Chỉ ghi khi trả lại: cần sửa, bổ sung điều gì; chỉ người trong đơn vị đọc được. Phê duyệt thì dự thảo được gửi nguyên văn.',
  maxLength: FORM_LIMITS.text,
})}
<h3>Người phê duyệt</h3>
<p class="hint">Ghi theo khai báo của đơn vị. ${ACT_OF_WORKFLOW}</p>
${textField(view, { name: 'actorName', label: FIELD_LABELS.actorName, maxLength: FORM_LIMITS.actorName, autocomplete: 'name' })}
${textField(view, { name: 'actorPosition', label: FIELD_LABELS.actorPosition, maxLength: FORM_LIMITS.actorPosition, autocomplete: 'organization-title' })}
<button type="submit">Ghi nhận</button>
</form>
</section>`;

/** The draft as the resident would read it, what it answers, and the form that lets it leave. Nothing is chosen; no script. */
export const renderProposalPage = (view: ProposalPageView): string =>
  renderPage({
    title: `${view.errors.length === 0 ? '' : 'Lỗi: '}Phê duyệt trả lời ${codeWords(view.code)}`,
    content: markup`
${renderErrorSummary(view)}
<h1>Phê duyệt trả lời: ${view.categoryLabel}</h1>
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
${draft(view)}
${petition(view)}
${form(view)}`,
  });

const AFTERWARDS: Record<HeadAnswer, string> = {
  'approve-answer':
    'Trả lời được gửi cho người dân đúng như dự thảo. Người trình được báo trong giờ làm việc.',
  'return-answer':
    'Người trình được báo trong giờ làm việc. Đơn vị tiếp tục giải quyết; thời hạn không thay đổi.',
};

/** After the head's word was recorded. */
export const renderHeadAnsweredPage = (view: {
  code: string;
  answer: HeadAnswer;
  isRepeated: boolean;
}): string =>
  renderPage({
    title: 'Đã ghi nhận',
    content: markup`
<section class="done" aria-labelledby="done-title">
<h1 id="done-title">Đã ghi nhận: ${HEAD_ANSWER_WORDS[view.answer]}</h1>
${view.isRepeated ? markup`<p class="note">Biểu mẫu này đã được ghi nhận từ lần gửi trước; không có gì bị ghi hai lần.</p>` : null}
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
<p>${AFTERWARDS[view.answer]}</p>
</section>`,
  });
