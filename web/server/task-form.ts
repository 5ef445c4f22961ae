import { isFinal, type Decision } from '../../core/petition/transitions.js';
import { groundBasisWords } from '../words/ground-basis.js';
import { DECISION_WORDS, GROUND_WORDS, TRACK_WORDS } from '../words/labels.js';
import { dayWords } from '../words/dates.js';
import {
  dateField,
  errorLine,
  errorOf,
  fileField,
  radioField,
  selectField,
  textArea,
  textField,
} from './form-fields.js';
import { ACT_OF_WORKFLOW } from '../words/labels.js';
import { duplicateFields } from './duplicate-fields.js';
import { CONSEQUENCES } from './consequences.js';
import { offeredGroups } from './decision-groups.js';
import { FIELD_LABELS } from './field-labels.js';
import { matterFields } from './matter-fields.js';
import { approvalNote, assignField } from './inside-notes.js';
import { markup, raw, type Html } from './markup.js';
import { endFields, extensionField, openReasonField, requestFields, visitFields } from './support-fields.js';
import { suggestionField } from './suggestion-fields.js';
import { reclassifyFields } from './reclassify-fields.js';
import type { TaskFormView } from './views.js';

/** Bounds of the form's fields; the function that takes the post refuses what is longer. */
export const FORM_LIMITS = {
  text: 4_000,
  actorName: 120,
  actorPosition: 160,
  noEvidenceReason: 1_000,
  documentNo: 80,
  body: 200,
} as const;

/** What belongs into the text. */
const TEXT_HINTS: Record<Decision, string> = {
  accept: 'Không bắt buộc.',
  resolve:
    'Bắt buộc. Viết nội dung trả lời để người dân đọc được ngay: đã làm gì, ở đâu, khi nào, kết quả ra sao.',
  reject: 'Bắt buộc. Nêu rõ lý do và hướng dẫn người dân nơi cần liên hệ.',
  transfer: 'Bắt buộc. Vì sao chuyển, việc gì cần làm tiếp.',
  'beyond-competence': 'Bắt buộc. Đã xác minh những gì, việc gì vượt thẩm quyền, đề nghị cấp trên làm gì.',
  extend: 'Bắt buộc. Lý do chưa giải quyết xong trong thời hạn.',
  'request-extension': 'Bắt buộc. Đã làm gì, vì sao cần thêm thời gian, còn việc gì.',
  'refer-up': 'Bắt buộc. Vì sao không thuộc trách nhiệm của đơn vị, đề nghị giao đơn vị nào.',
  direct: 'Bắt buộc. Ý kiến chỉ đạo: vì sao giao đơn vị này, việc gì cần làm.',
  commit: 'Bắt buộc. Việc đã làm, vướng mắc, việc sẽ làm đến ngày cam kết.',
  note: 'Bắt buộc. Việc đã làm, việc sẽ làm tiếp.',
  ask: 'Bắt buộc. Câu hỏi gửi cho người dân: cần biết thêm điều gì, gửi giấy tờ nào.',
  guide: 'Bắt buộc. Vì sao không phải kiến nghị; nộp đơn ở đâu, theo mẫu nào, trong thời hạn nào.',
  reclassify: 'Bắt buộc. Vì sao nội dung thuộc loại việc này.',
  split: 'Bắt buộc. Lý do tách, gửi cho người dân.',
  forward: 'Bắt buộc. Đã chuyển bằng văn bản nào, người dân liên hệ với cơ quan đó thế nào.',
  'request-support': 'Bắt buộc. Cần đơn vị phối hợp cho biết điều gì, làm việc gì.',
  'end-support': 'Bắt buộc. Vì sao không còn cần.',
  'allow-support-extension': 'Không bắt buộc. Điều cần lưu ý, gửi cho đơn vị phối hợp.',
  'refuse-support-extension': 'Bắt buộc. Vì sao không gia hạn, gửi cho đơn vị phối hợp.',
  assign: 'Không bắt buộc. Việc cần làm, điều cần lưu ý; chỉ người trong đơn vị đọc được.',
  'propose-visit': 'Bắt buộc. Nội dung khảo sát; được ghi trong thư mời.',
  'link-duplicate': 'Bắt buộc. Vì sao là cùng một việc.',
  'unlink-duplicate': 'Bắt buộc. Vì sao không phải cùng một việc.',
};

const only = (decision: Decision, content: Html | null): Html | null =>
  content === null ? null : markup`<div class="panel for for-${decision}">${content}</div>`;

const evidenceFields = (form: TaskFormView): Html => {
  const wanted =
    form.evidenceRule === 'photo'
      ? 'Ảnh sau khi xử lý, chụp tại cùng địa điểm.'
      : 'Văn bản trả lời, quyết định, danh sách hoặc ảnh.';
  const again =
    form.errors.length === 0 ? null : markup`<span>Trình duyệt không giữ tệp đã chọn: xin chọn lại.</span>`;
  return markup`
${fileField(form, {
  name: 'evidence',
  label: FIELD_LABELS.evidence,
  hint: markup`<span>${wanted} Tối đa 3 tệp JPEG, PNG hoặc PDF, tổng cộng 4 MB.</span>${again}`,
  accept: 'image/jpeg,image/png,application/pdf',
})}
${
  form.evidenceRule === 'none'
    ? null
    : textField(form, {
        name: 'noEvidenceReason',
        label: FIELD_LABELS.noEvidenceReason,
        hint: 'Lý do này được lưu để kiểm tra về sau.',
        maxLength: FORM_LIMITS.noEvidenceReason,
      })
}`;
};

const transferField = (form: TaskFormView): Html => markup`
${suggestionField(form)}
${selectField(form, {
  name: 'agency',
  label: FIELD_LABELS.agency,
  options: form.peers,
  empty: 'Chọn đơn vị',
})}`;

const conditionFields = (form: TaskFormView): Html | null =>
  form.openQuestions.length === 0
    ? null
    : markup`<p class="hint">Trả lời được câu nào thì kiến nghị đến đúng nơi nhanh hơn. Chưa rõ thì bỏ trống.</p>
${form.openQuestions.map(({ key, question }) =>
  radioField(form, {
    name: `condition.${key}`,
    label: question,
    isInline: true,
    options: [
      { id: 'yes', name: 'Phải' },
      { id: 'no', name: 'Không phải' },
    ],
  }),
)}`;

const groundField = (form: TaskFormView): Html =>
  radioField(form, {
    name: 'ground',
    label: FIELD_LABELS.ground,
    options: Object.entries(GROUND_WORDS).map(([id, name]) => ({
      ...{ id, name },
      hint: `Căn cứ: ${groundBasisWords(id)}.`,
    })),
  });

const trackField = (form: TaskFormView): Html =>
  radioField(form, {
    name: 'track',
    label: FIELD_LABELS.track,
    options: Object.entries(TRACK_WORDS).map(([id, name]) => ({ id, name })),
  });

const bodyField = (form: TaskFormView): Html =>
  textField(form, {
    name: 'body',
    label: FIELD_LABELS.body,
    hint: 'Tên đầy đủ của cơ quan, ví dụ: Viện kiểm sát nhân dân khu vực 1.',
    maxLength: FORM_LIMITS.body,
  });

const untilField = (form: TaskFormView): Html | null =>
  form.extendBetween === null
    ? null
    : dateField(form, {
        name: 'until',
        label: FIELD_LABELS.until,
        hint: `Muộn nhất là ${dayWords(form.extendBetween.last)}.`,
        ...form.extendBetween,
      });

const dateOf = (form: TaskFormView, decision: keyof TaskFormView['untilBetween']): Html | null => {
  const range = form.untilBetween[decision];
  if (range === undefined) return null;
  const name = `until.${decision}` as const;
  const hint = `Muộn nhất là ${dayWords(range.last)}.`;
  return dateField(form, { name, label: FIELD_LABELS[name], hint, ...range });
};

const directFields = (form: TaskFormView): Html => markup`
${selectField(form, {
  name: 'agency.direct',
  label: FIELD_LABELS['agency.direct'],
  options: form.directTargets,
  empty: 'Chọn đơn vị',
})}
${dateOf(form, 'direct')}`;

const PANELS: Record<Decision, ((form: TaskFormView) => Html | null) | null> = {
  accept: null,
  note: null,
  resolve: evidenceFields,
  reject: groundField,
  transfer: transferField,
  'beyond-competence': conditionFields,
  extend: untilField,
  'request-extension': (form) => dateOf(form, 'request-extension'),
  'refer-up': null,
  direct: directFields,
  commit: (form) => dateOf(form, 'commit'),
  ask: null,
  guide: trackField,
  forward: bodyField,
  'request-support': requestFields,
  'end-support': endFields,
  'allow-support-extension': (form) => extensionField(form, 'allow-support-extension'),
  'refuse-support-extension': (form) => extensionField(form, 'refuse-support-extension'),
  'propose-visit': visitFields,
  assign: assignField,
  reclassify: reclassifyFields,
  split: matterFields,
  'link-duplicate': duplicateFields,
  'unlink-duplicate': null,
};

/** The desk sends on to whoever is competent, of any tier; everybody else only to units of the same tier. */
const labelOf = (decision: Decision, form: TaskFormView): string =>
  decision === 'transfer' && form.isTriage ? 'Chuyển đến đơn vị có thẩm quyền' : DECISION_WORDS[decision];

const choice = (decision: Decision, form: TaskFormView): Html => {
  const id = `decision-${decision}`;
  const isChosen = form.typed['decision'] === decision;
  return markup`
<div class="choice"><input type="radio" id="${id}" name="decision" value="${decision}" aria-describedby="${id}-hint"${isChosen ? raw(' checked') : null}><label for="${id}">${labelOf(decision, form)}</label><p class="hint" id="${id}-hint">${CONSEQUENCES[decision]}</p></div>
${only(decision, PANELS[decision]?.(form) ?? null)}`;
};

const classesFor = (decisions: readonly Decision[]): string =>
  ['for', ...decisions.map((each) => `for-${each}`)].join(' ');

const declaredBy = (form: TaskFormView): Html | null => {
  const final = form.decisions.filter(isFinal);
  if (final.length === 0) return null;
  return markup`
<div class="${classesFor(final)}">
${approvalNote(form)}
${openReasonField(form)}
<h3>Người xử lý</h3>
<p class="hint">Ghi theo khai báo của đơn vị. ${ACT_OF_WORKFLOW}</p>
${textField(form, { name: 'actorName', label: FIELD_LABELS.actorName, maxLength: FORM_LIMITS.actorName, autocomplete: 'name' })}
${textField(form, { name: 'actorPosition', label: FIELD_LABELS.actorPosition, maxLength: FORM_LIMITS.actorPosition, autocomplete: 'organization-title' })}
${textField(form, { name: 'documentNo', label: FIELD_LABELS.documentNo, hint: 'Ví dụ: 125/UBND-ĐT.', maxLength: FORM_LIMITS.documentNo })}
${fileField(form, { name: 'signedFile', label: FIELD_LABELS.signedFile, hint: 'Một tệp PDF; cùng các tệp khác không quá 4 MB.', accept: 'application/pdf', isSingle: true })}
</div>`;
};

/** One form for all decisions open to the holder. Nothing is chosen beforehand: a hurried click decides nothing. */
export const renderTaskForm = (form: TaskFormView): Html => {
  const choiceError = errorOf(form.errors, 'decision');
  const hints = form.decisions.map(
    (each) => markup`<span class="for for-${each}">${TEXT_HINTS[each]}</span>`,
  );
  return markup`
<section aria-labelledby="form-title">
<h2 id="form-title">Xử lý kiến nghị</h2>
<form method="post" enctype="multipart/form-data" accept-charset="utf-8">
<input type="hidden" name="nonce" value="${form.nonce}">
<fieldset class="${choiceError === null ? '' : 'wrong'}"${choiceError === null ? null : raw(' aria-describedby="decision-error"')}>
<legend>Chọn một cách xử lý</legend>
${errorLine('decision', choiceError)}
${offeredGroups(form).map(({ title, decisions }) => markup`<h3>${title}</h3>${decisions.map((each) => choice(each, form))}`)}
</fieldset>
<div class="${classesFor(form.decisions)}">
${textArea(form, {
  name: 'text',
  label: FIELD_LABELS.text,
  hint: markup`${hints}<span>Không ghi họ tên, số điện thoại, địa chỉ nhà của người dân.</span>`,
  maxLength: FORM_LIMITS.text,
})}
</div>
${declaredBy(form)}
<button type="submit">Ghi nhận</button>
</form>
</section>`;
};
