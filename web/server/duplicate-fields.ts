import { codeWords } from '../words/code.js';
import { dateWords } from '../words/dates.js';
import { STATUS_WORDS } from '../words/labels.js';
import { FIELD_LABELS } from './field-labels.js';
import { radioField, textField } from './form-fields.js';
import { markup, type Html } from './markup.js';
import type { DuplicateCandidateView, DuplicatesView, TaskFormView } from './views.js';

/** A code as it is typed: groups, spaces, hyphens. */
export const MAX_TYPED_CODE = 40;

const candidateHint = ({ categoryLabel, receivedAt, status, holderName }: DuplicateCandidateView): string =>
  [
    categoryLabel,
    `tiếp nhận ${dateWords(receivedAt)}`,
    STATUS_WORDS[status],
    ...(holderName === null ? [] : [holderName]),
  ].join('; ');

const candidateChoice = (form: TaskFormView): Html | null =>
  form.duplicateCandidates.length === 0
    ? null
    : radioField(form, {
        name: 'listedDuplicate',
        label: FIELD_LABELS.listedDuplicate,
        hint: 'Hệ thống so sánh nội dung trong cùng phường, xã. Đơn vị đối chiếu rồi quyết định.',
        options: form.duplicateCandidates.map((candidate) => ({
          id: candidate.code,
          name: codeWords(candidate.code),
          hint: candidateHint(candidate),
        })),
      });

/** Which petition says the same: one of the list, or any by its code. */
export const duplicateFields = (form: TaskFormView): Html => markup`
${candidateChoice(form)}
${textField(form, {
  name: 'duplicateOf',
  label: FIELD_LABELS.duplicateOf,
  hint:
    form.duplicateCandidates.length === 0
      ? 'Mã của kiến nghị đã có, ghi trên phiếu tiếp nhận hoặc trong thư giao việc.'
      : 'Chỉ ghi khi kiến nghị không có trong danh sách trên. Có ghi mã thì mã này được dùng.',
  maxLength: MAX_TYPED_CODE,
})}`;

const linkedNote = ({ main }: DuplicatesView): Html | null =>
  main === null
    ? null
    : markup`<p class="note">Kiến nghị này đã gộp với kiến nghị <span class="code">${codeWords(main.code)}</span> từ ${dateWords(main.since)}. Khi kiến nghị đó có trả lời, người gửi kiến nghị này nhận cùng nội dung trả lời. Nếu gộp nhầm, chọn “Bỏ gộp” ở dưới.</p>`;

const followersNote = ({ followers }: DuplicatesView): Html | null =>
  followers === 0
    ? null
    : markup`<p class="note">${followers} kiến nghị cùng nội dung đã gộp vào kiến nghị này: nội dung trả lời được gửi cho tất cả người gửi.</p>`;

const filesNote = ({ followerFiles }: DuplicatesView): Html | null =>
  followerFiles.length === 0
    ? null
    : markup`<p>Kiến nghị đã gộp có kèm ảnh, tệp. Tệp vẫn do đơn vị giữ từng kiến nghị mở; khi cần, liên hệ đơn vị đó và nêu mã:</p>
<ul>${followerFiles.map(({ code, files, holderName }) => markup`<li><span class="code">${codeWords(code)}</span>: ${files} tệp${holderName === null ? '' : `; ${holderName}`}</li>`)}</ul>`;

const candidateList = ({ candidates, main }: DuplicatesView): Html | null =>
  main !== null || candidates.length === 0
    ? null
    : markup`<h3>Có thể trùng với</h3>
<ul>${candidates.map((each) => markup`<li><span class="code">${codeWords(each.code)}</span>: ${candidateHint(each)}</li>`)}</ul>
<p class="hint">Nếu đúng là một việc, chọn “Gộp với kiến nghị cùng nội dung” ở dưới.</p>`;

/** What is known of petitions that say the same; nothing where there are none. */
export const renderDuplicates = (view: DuplicatesView): Html | null =>
  view.main === null && view.followers === 0 && view.candidates.length === 0
    ? null
    : markup`
<section aria-labelledby="duplicates-title">
<h2 id="duplicates-title">Kiến nghị cùng nội dung</h2>
${linkedNote(view)}
${followersNote(view)}
${filesNote(view)}
${candidateList(view)}
</section>`;
