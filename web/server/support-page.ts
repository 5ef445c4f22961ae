import { isFinalSupport, type SupportDecision } from '../../core/petition/support-transitions.js';
import { codeWords } from '../words/code.js';
import { dateWords, dayWords, deadlineWords, instantWords } from '../words/dates.js';
import { SUPPORT_DECISION_WORDS, SUPPORT_HOP_WORDS, SUPPORT_STATE_WORDS } from '../words/support-words.js';
import { renderErrorSummary } from './error-summary.js';
import { FIELD_LABELS } from './field-labels.js';
import { dateField, errorLine, errorOf, fileField, selectField, textArea, textField } from './form-fields.js';
import { markup, raw, type Html } from './markup.js';
import { renderPage } from './page.js';
import type { SupportPageView } from './support-views.js';
import { renderPetition } from './task-facts.js';
import { FORM_LIMITS } from './task-form.js';

const CONSEQUENCES: Record<SupportDecision, string> = {
  'support-accept': 'Đơn vị nhận phối hợp. Hạn trả lời không thay đổi.',
  'support-note': 'Lưu vào quá trình phối hợp. Đơn vị tiếp tục thực hiện.',
  'support-answer': 'Nội dung trả lời được gửi ngay cho đơn vị chủ trì. Việc phối hợp kết thúc.',
  'support-decline': 'Lý do được gửi ngay cho đơn vị chủ trì. Việc phối hợp kết thúc.',
  'support-transfer':
    'Đơn vị khác phù hợp hơn để phối hợp. Đơn vị đó nhận thư có đường dẫn riêng, đơn vị chủ trì được báo; hạn trả lời không thay đổi.',
  'support-extend':
    'Đơn vị chủ trì nhận đề nghị và trả lời. Hạn hiện nay vẫn tính; nếu hết hạn mà chưa có trả lời thì đề nghị hết hiệu lực.',
};

const TEXT_HINTS: Record<SupportDecision, string> = {
  'support-accept': 'Không bắt buộc.',
  'support-note': 'Bắt buộc. Việc đã làm, việc sẽ làm tiếp.',
  'support-answer': 'Bắt buộc. Kết quả kiểm tra, ý kiến chuyên môn, việc đơn vị đã làm hoặc sẽ làm.',
  'support-decline': 'Bắt buộc. Vì sao đơn vị không phối hợp được; nên hỏi đơn vị nào.',
  'support-transfer': 'Bắt buộc. Vì sao đơn vị đó phù hợp, việc gì cần làm.',
  'support-extend': 'Bắt buộc. Đã làm gì, vì sao cần thêm thời gian.',
};

const classesFor = (decisions: readonly SupportDecision[]): string =>
  ['for', ...decisions.map((each) => `for-${each}`)].join(' ');

const evidenceField = (form: SupportPageView['form']): Html =>
  fileField(form, {
    name: 'evidence',
    label: FIELD_LABELS.evidence,
    hint: 'Không bắt buộc. Tối đa 3 tệp JPEG, PNG hoặc PDF, tổng cộng 4 MB.',
    accept: 'image/jpeg,image/png,application/pdf',
  });

const transferField = (form: SupportPageView['form']): Html =>
  selectField(form, {
    name: 'agency.support-transfer',
    label: FIELD_LABELS['agency.support-transfer'],
    options: form.peers,
    empty: 'Chọn đơn vị',
  });

const extendField = (form: SupportPageView['form']): Html | null =>
  form.extendBetween === null
    ? null
    : dateField(form, {
        name: 'until.support-extend',
        label: FIELD_LABELS['until.support-extend'],
        hint: `Muộn nhất là ${dayWords(form.extendBetween.last)}.`,
        ...form.extendBetween,
      });

const PANELS: Partial<Record<SupportDecision, (form: SupportPageView['form']) => Html | null>> = {
  'support-answer': evidenceField,
  'support-transfer': transferField,
  'support-extend': extendField,
};

const choice = (decision: SupportDecision, { form }: SupportPageView): Html => {
  const id = `decision-${decision}`;
  const isChosen = form.typed['decision'] === decision;
  const panel = PANELS[decision]?.(form) ?? null;
  return markup`
<div class="choice"><input type="radio" id="${id}" name="decision" value="${decision}" aria-describedby="${id}-hint"${isChosen ? raw(' checked') : null}><label for="${id}">${SUPPORT_DECISION_WORDS[decision]}</label><p class="hint" id="${id}-hint">${CONSEQUENCES[decision]}</p></div>
${panel === null ? null : markup`<div class="panel for for-${decision}">${panel}</div>`}`;
};

const declaredBy = ({ form }: SupportPageView): Html => markup`
<div class="${classesFor(form.decisions.filter(isFinalSupport))}">
<h3>Người trả lời</h3>
<p class="hint">Ghi theo khai báo của đơn vị; không thay chữ ký và con dấu trên văn bản.</p>
${textField(form, { name: 'actorName', label: FIELD_LABELS.actorName, maxLength: FORM_LIMITS.actorName, autocomplete: 'name' })}
${textField(form, { name: 'actorPosition', label: FIELD_LABELS.actorPosition, maxLength: FORM_LIMITS.actorPosition, autocomplete: 'organization-title' })}
${textField(form, { name: 'documentNo', label: FIELD_LABELS.documentNo, hint: 'Ví dụ: 125/UBND-ĐT.', maxLength: FORM_LIMITS.documentNo })}
</div>`;

const renderForm = (view: SupportPageView): Html => {
  const { form } = view;
  const error = errorOf(form.errors, 'decision');
  const hints = form.decisions.map(
    (each) => markup`<span class="for for-${each}">${TEXT_HINTS[each]}</span>`,
  );
  return markup`
<section aria-labelledby="form-title">
<h2 id="form-title">Phối hợp giải quyết</h2>
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
<input type="hidden" name="nonce" value="${form.nonce}">
<fieldset class="${error === null ? '' : 'wrong'}"${error === null ? null : raw(' aria-describedby="decision-error"')}>
<legend>Chọn một cách xử lý</legend>
${errorLine('decision', error)}
${form.decisions.map((each) => choice(each, view))}
</fieldset>
<div class="${classesFor(form.decisions)}">
${textArea(form, {
  name: 'text',
  label: FIELD_LABELS.text,
  hint: markup`${hints}<span>Không ghi họ tên, số điện thoại, địa chỉ nhà của người dân.</span>`,
  maxLength: FORM_LIMITS.text,
})}
</div>
${declaredBy(view)}
<button type="submit">Ghi nhận</button>
</form>
</section>`;
};

const REMARK_WORDS: Record<string, string> = {
  SupportAccepted: 'Ghi khi nhận phối hợp',
  SupportNoted: 'Tiến độ phối hợp',
  SupportTransferred: 'Lý do chuyển cho đơn vị phù hợp hơn',
  SupportExtensionRequested: 'Lý do đề nghị gia hạn',
  SupportExtensionAllowed: 'Đơn vị chủ trì đồng ý gia hạn',
  SupportExtensionRefused: 'Đơn vị chủ trì không đồng ý gia hạn',
};

const renderSteps = (view: SupportPageView): Html => {
  const hops = view.hops.map(({ at, kind, toName }) => ({
    ...{ at, title: `${SUPPORT_HOP_WORDS[kind]}: ${toName}` },
    text: null as string | null,
  }));
  const remarks = view.remarks.map(({ at, type, text }) => ({
    ...{ at, text, title: REMARK_WORDS[type] ?? 'Ghi chú' },
  }));
  const steps = [...hops, ...remarks].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return markup`
<section aria-labelledby="history-title">
<h2 id="history-title">Quá trình phối hợp</h2>
<ol class="steps">${steps.map(({ at, title, text }) => markup`<li><time datetime="${at}">${instantWords(at)}</time>${title}${text === null ? null : markup`<p class="quote">${text}</p>`}</li>`)}</ol>
<p class="hint">${view.reason}</p>
</section>`;
};

const isLate = ({ dueBy, now }: SupportPageView): boolean => dueBy.at <= now;

/** The page of a supporting agency: what the lead asks, by when, what the matter is, and the form that answers. No script. */
export const renderSupportPage = (view: SupportPageView): string =>
  renderPage({
    title: `${view.form.errors.length === 0 ? '' : 'Lỗi: '}${codeWords(view.code)} – Phối hợp: ${view.categoryLabel}`,
    content: markup`
${renderErrorSummary(view.form)}
<h1>Phối hợp giải quyết: ${view.categoryLabel}</h1>
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
<p><span class="tag">${SUPPORT_STATE_WORDS[view.state]}</span>
${view.isUrgent ? markup`<span class="tag warn">Việc khẩn</span>` : null}
${isLate(view) ? markup`<span class="tag warn">Quá hạn phối hợp</span>` : null}</p>
<section aria-labelledby="request-title">
<h2 id="request-title">Nội dung đề nghị phối hợp</h2>
${view.request === null ? null : markup`<p class="quote">${view.request}</p>`}
<dl class="facts">
<dt>Đơn vị chủ trì</dt><dd>${view.leadName}</dd>
<dt>Đơn vị phối hợp</dt><dd>${view.holderName}</dd>
${view.acceptedAt === null ? null : markup`<dt>Nhận phối hợp lúc</dt><dd>${instantWords(view.acceptedAt)}</dd>`}
<dt>Hạn trả lời</dt><dd><span class="${isLate(view) ? 'late' : 'on-time'}">${deadlineWords(view.dueBy, view.now)}</span></dd>
${view.requestedUntil === null ? null : markup`<dt>Đề nghị gia hạn</dt><dd>Đến hết ngày ${dateWords(view.requestedUntil)}; chờ đơn vị chủ trì trả lời, hạn trên vẫn tính.</dd>`}
</dl>
</section>
${renderPetition(view)}
${renderForm(view)}
${renderSteps(view)}`,
  });
