import { codeWords } from '../words/code.js';
import { instantWords } from '../words/dates.js';
import { errorLine, errorOf } from './form-fields.js';
import { FIELD_LABELS } from './field-labels.js';
import { markup, raw, type Html } from './markup.js';
import { renderPage } from './page.js';
import type { CodeView, TaskFormView, TaskPageView } from './views.js';

/** Eight digits and the marks by which people group them. */
export const CODE_LIMIT = 40;

const hiddenFields = (
  form: TaskFormView,
  { ref }: CodeView,
  act: 'enter-code' | 'request-code',
): Html => markup`
<input type="hidden" name="nonce" value="${form.nonce}">
<input type="hidden" name="decision" value="${act}">
<input type="hidden" name="draft" value="${ref}">`;

/** Empty whatever was typed before: a wrong code is not shown again. */
const entry = (form: TaskFormView, code: CodeView): Html => {
  const error = errorOf(form.errors, 'code');
  return markup`
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
${hiddenFields(form, code, 'enter-code')}
<div class="${error === null ? 'field' : 'field wrong'}">
<label for="code">${FIELD_LABELS.code}</label>
<div class="hint" id="code-hint">Tám chữ số. Nhập sai ${code.maxTries} lần thì mã hết hiệu lực; còn ${code.triesLeft} lần.</div>
${errorLine('code', error)}
<input type="text" id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="${CODE_LIMIT}" aria-describedby="code-hint${error === null ? '' : ' code-error'}"${error === null ? null : raw(' aria-invalid="true"')}>
</div>
<button type="submit">Gửi trả lời đã được phê duyệt</button>
</form>`;
};

const request = (form: TaskFormView, code: CodeView): Html =>
  code.codesLeft === 0
    ? markup`<p class="note">Đã gửi hết số mã cho dự thảo này. Xin ghi nhận lại trả lời để trình dự thảo mới, hoặc để người đứng đầu tự trả lời kiến nghị.</p>`
    : markup`
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
${hiddenFields(form, code, 'request-code')}
<p class="hint">Mã mới được gửi vào hộp thư của người đứng đầu đơn vị; mã trước không dùng được nữa. Còn ${code.codesLeft} lần.</p>
<button type="submit">Xin mã mới</button>
</form>`;

const STATE_WORDS: Record<CodeView['state'], (code: CodeView) => string> = {
  usable: ({ until }) =>
    `Mã đã gửi vào hộp thư của người đứng đầu đơn vị, dùng được đến ${instantWords(until)}. Khi đồng ý với dự thảo, người đứng đầu đọc mã trực tiếp hoặc qua điện thoại; xin nhập mã vào ô dưới đây thì trả lời được gửi cho người dân.`,
  expired: ({ until }) => `Mã đã hết hiệu lực lúc ${instantWords(until)}.`,
  spent: ({ maxTries }) => `Mã đã bị nhập sai ${maxTries} lần nên không dùng được nữa.`,
};

/** Only while a draft waits for its code: what the head said is typed here, or another code asked for. */
export const renderCodeForm = ({ inside, form }: TaskPageView): Html | null => {
  const code = inside.proposal?.code ?? null;
  if (code === null) return null;
  const isUsable = code.state === 'usable';
  return markup`
<section aria-labelledby="code-title"${isUsable ? null : raw(' id="code"')}>
<h2 id="code-title">Phê duyệt bằng mã một lần</h2>
<p class="note">${STATE_WORDS[code.state](code)}</p>
${isUsable ? entry(form, code) : errorLine('code', errorOf(form.errors, 'code'))}
${request(form, code)}
</section>`;
};

/** After another code was asked for. */
export const renderCodeRequestedPage = (view: {
  code: string;
  until: string;
  isRepeated: boolean;
  taskPath: string;
}): string =>
  renderPage({
    title: 'Đã ghi nhận',
    content: markup`
<section class="done" aria-labelledby="done-title">
<h1 id="done-title">Đã ghi nhận: xin mã mới</h1>
${view.isRepeated ? markup`<p class="note">Biểu mẫu này đã được ghi nhận từ lần gửi trước; không có gì bị ghi hai lần.</p>` : null}
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
<p>Mã mới được gửi vào hộp thư của người đứng đầu đơn vị trong giờ làm việc, dùng được đến ${instantWords(view.until)}. Mã trước không dùng được nữa.</p>
<p><a href="${view.taskPath}">Quay lại trang xử lý kiến nghị</a></p>
</section>`,
  });
