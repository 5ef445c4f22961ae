import { FIELD_LABELS } from './field-labels.js';
import { radioField, selectField } from './form-fields.js';
import { markup, raw, type Html } from './markup.js';
import { suggestedCategoryField } from './suggestion-fields.js';
import type { CategoryChoiceView, TaskFormView } from './views.js';

/** Answers to the questions of the category chosen: apart from those of `beyond-competence`, which may be the same. */
export const ANSWER_PREFIX = 'answer.';

const isTyped = ({ typed }: TaskFormView): boolean =>
  Object.keys(typed).some((name) => name.startsWith(ANSWER_PREFIX) && typed[name] !== '');

const question = (
  form: TaskFormView,
  { key, question: label, answer }: CategoryChoiceView['questions'][number],
) =>
  radioField(form, {
    name: `${ANSWER_PREFIX}${key}`,
    label,
    isInline: true,
    options: [
      { id: 'yes', name: 'Phải' },
      { id: 'no', name: 'Không phải' },
    ],
    ...(answer !== null && { hint: `Đang ghi: ${answer ? 'phải' : 'không phải'}.` }),
  });

const questionsOf = (form: TaskFormView, { label, questions }: CategoryChoiceView): Html | null =>
  questions.length === 0
    ? null
    : markup`<fieldset><legend>${label}</legend>${questions.map((each) => question(form, each))}</fieldset>`;

/** Category and answers that decide who is competent. Without a script all questions are there, folded away. */
export const reclassifyFields = (form: TaskFormView): Html => markup`
${suggestedCategoryField(form)}
${selectField(form, {
  name: 'category',
  label: FIELD_LABELS.category,
  options: form.categories.map(({ code, label }) => ({ id: code, name: label })),
  empty: 'Giữ loại việc hiện nay, chỉ sửa câu trả lời',
})}
<details${isTyped(form) ? raw(' open') : null}><summary>Câu hỏi giúp xác định đúng đơn vị</summary>
<p class="hint">Chỉ trả lời các câu của loại việc đã chọn. Chưa rõ thì bỏ trống.</p>
${form.categories.map((category) => questionsOf(form, category))}
</details>`;
