import { errorLine, errorOf, selectField, textArea } from './form-fields.js';
import { markup, type Html } from './markup.js';
import type { TaskFormView } from './views.js';

/** Fields `matter.<n>.category` and `matter.<n>.text`, from 1. */
export const MATTER_PREFIX = 'matter.';
/** Rows on the page; a client that posts the form itself may send as many as a submission may have. */
const ROWS = 4;
export const MATTER_TEXT_LIMIT = 2_000;

const row = (form: TaskFormView, no: number): Html => markup`
<fieldset><legend>Vụ việc ${no}</legend>
${selectField(form, {
  name: `${MATTER_PREFIX}${no}.category`,
  label: `Loại việc của vụ việc ${no}`,
  options: form.categories.map(({ code, label }) => ({ id: code, name: label })),
  empty: no > 2 ? 'Không có vụ việc này' : 'Chọn loại việc',
})}
${textArea(form, {
  name: `${MATTER_PREFIX}${no}.text`,
  label: `Nội dung của vụ việc ${no}`,
  hint: markup`<span>Không bắt buộc. Bỏ trống thì đơn vị nhận toàn bộ nội dung kiến nghị.</span>`,
  maxLength: MATTER_TEXT_LIMIT,
})}
</fieldset>`;

/** The matters into which a submission is split: at least two, each with a category. */
export const matterFields = (form: TaskFormView): Html => markup`
${errorLine('matters', errorOf(form.errors, 'matters'))}
<p class="hint">Mỗi vụ việc có mã, đơn vị giải quyết và thời hạn riêng, tính từ ngày tiếp nhận ban đầu.</p>
${Array.from({ length: ROWS }, (_, index) => row(form, index + 1))}`;
