import { dateWords, dayWords } from '../words/dates.js';
import { errorLine, errorOf, dateField, radioField, selectField, textField } from './form-fields.js';
import { FIELD_LABELS } from './field-labels.js';
import { markup, raw, type Html } from './markup.js';
import type { TaskFormView } from './views.js';

/** Bounds of the fields of this file. */
export const SUPPORT_LIMITS = { supportOpenReason: 1_000, visitPlace: 300 } as const;

/** Lists beside the candidates from which one more agency each can be chosen. */
const OTHERS = 2;

const box = (form: TaskFormView, agency: { id: string; name: string }, i: number): Html => {
  const name = `support.${i}`;
  const isChosen = form.typed[name] === agency.id;
  return markup`<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="${agency.id}"${isChosen ? raw(' checked') : null}><label for="${name}">${agency.name}</label></div>`;
};

const candidateBoxes = (form: TaskFormView): Html | null =>
  form.support.candidates.length === 0
    ? null
    : markup`<p class="hint">Theo phân công thẩm quyền, các đơn vị sau phối hợp loại việc này:</p>
${form.support.candidates.map((agency, i) => box(form, agency, i))}`;

const otherLists = (form: TaskFormView): Html[] =>
  form.support.others.length === 0
    ? []
    : Array.from({ length: OTHERS }, (_, i) =>
        selectField(form, {
          name: `support.other${i + 1}`,
          label: `Đơn vị khác (${i + 1})`,
          options: form.support.others,
          empty: 'Không chọn',
        }),
      );

/** Whom to ask, and by when. */
export const requestFields = (form: TaskFormView): Html => {
  const error = errorOf(form.errors, 'supports');
  return markup`
<fieldset id="supports" tabindex="-1" class="${error === null ? 'field' : 'field wrong'}">
<legend>${FIELD_LABELS.supports}</legend>
${errorLine('supports', error)}
${candidateBoxes(form)}
${otherLists(form)}
</fieldset>
${dateField(form, {
  name: 'supportUntil',
  label: FIELD_LABELS.supportUntil,
  hint: `Bỏ trống: theo thời hạn phối hợp chung. Muộn nhất là ${dayWords(form.support.days.last)}.`,
  ...form.support.days,
})}`;
};

/** Which request is no longer needed. */
export const endFields = (form: TaskFormView): Html =>
  radioField(form, { name: 'thread', label: FIELD_LABELS.thread, options: form.support.open });

/** Which request for more time is answered. */
export const extensionField = (
  form: TaskFormView,
  decision: 'allow-support-extension' | 'refuse-support-extension',
): Html => {
  const name = `thread.${decision}` as const;
  const options = form.support.extensions.map(({ thread, holderName, until }) => ({
    id: thread,
    name: `${holderName}: đến hết ngày ${dateWords(until)}`,
  }));
  return radioField(form, { name, label: FIELD_LABELS[name], options });
};

/** When and where the units meet. */
export const visitFields = (form: TaskFormView): Html => markup`
${dateField(form, { name: 'visitDay', label: FIELD_LABELS.visitDay, ...form.support.visitDays })}
${textField(form, { name: 'visitTime', label: FIELD_LABELS.visitTime, hint: 'Giờ và phút, ví dụ: 08:30.', maxLength: 5 })}
${textField(form, { name: 'visitPlace', label: FIELD_LABELS.visitPlace, hint: 'Nơi tập trung, ví dụ: đầu hẻm 5, cổng trụ sở khu phố. Không ghi địa chỉ nhà của người gửi.', maxLength: SUPPORT_LIMITS.visitPlace })}`;

/** Whoever answers while supporters still owe theirs says why. */
export const openReasonField = (form: TaskFormView): Html | null =>
  form.support.open.length === 0
    ? null
    : textField(form, {
        name: 'supportOpenReason',
        label: FIELD_LABELS.supportOpenReason,
        hint: `Chưa trả lời: ${form.support.open.map(({ name }) => name).join('; ')}. Các đề nghị này kết thúc cùng với việc trả lời.`,
        maxLength: SUPPORT_LIMITS.supportOpenReason,
      });
