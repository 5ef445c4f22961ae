import { APPROVAL_WAYS } from '../../core/petition/approval-way.js';
import { FINAL_DECISIONS } from '../../core/petition/final-decision.js';
import { dateWords, instantWords } from '../words/dates.js';
import { NEEDS_APPROVAL } from '../words/inside-words.js';
import { DECISION_WORDS } from '../words/labels.js';
import { FIELD_LABELS } from './field-labels.js';
import { selectField } from './form-fields.js';
import { markup, type Html } from './markup.js';
import type { InsideView, TaskFormView } from './views.js';

const waiting = ({ proposal }: InsideView, dueAt: string | null): Html | null =>
  proposal === null
    ? null
    : markup`<section aria-labelledby="proposal-title">
<h3 id="proposal-title">Dự thảo đang chờ phê duyệt</h3>
<p class="note">“${DECISION_WORDS[proposal.decision]}”, trình lúc ${instantWords(proposal.at)}, đang chờ người đứng đầu đơn vị phê duyệt${proposal.code === null ? '' : ' bằng mã một lần, xem phần dưới'}. Người dân chưa nhận được gì${dueAt === null ? '' : `; thời hạn vẫn tính, đến hết ngày ${dateWords(dueAt)}`}. Gửi lại một trả lời khác thì bản này được thay; hỏi thêm người dân, đề nghị phối hợp hoặc phân loại lại thì bản này được rút. Người dân bổ sung thì bản này hết hiệu lực.</p>
<p class="quote">${proposal.text}</p>
</section>`;

const voided = ({ voidSince }: InsideView): Html | null =>
  voidSince === null
    ? null
    : markup`<p class="note"><strong>Dự thảo đã trình không còn hiệu lực</strong>, vì người dân trả lời hoặc bổ sung lúc ${instantWords(voidSince)}. Xin xem nội dung mới rồi trình lại; lời của dự thảo vẫn còn trong quá trình xử lý ở trang này.</p>`;

/** Who works on it inside the agency, and what waits for its head. */
export const renderInsideNotes = (view: InsideView, dueAt: string | null): Html => markup`
${view.assignedTo === null ? null : markup`<p class="note">Trong đơn vị, việc này được giao cho: ${view.assignedTo}.</p>`}
${waiting(view, dueAt)}
${voided(view)}`;

/** A post from the list: nobody types an address. */
export const assignField = (form: TaskFormView): Html =>
  selectField(form, {
    name: 'contact',
    label: FIELD_LABELS.contact,
    options: form.posts,
    empty: 'Chọn người, bộ phận theo chức danh',
  });

/** Beside the decisions that do not leave at once. */
export const approvalNote = ({ needsApproval }: TaskFormView): Html =>
  markup`${APPROVAL_WAYS.map((way) => {
    const decisions = FINAL_DECISIONS.filter((each) => needsApproval[each] === way);
    return decisions.length === 0
      ? null
      : markup`<p class="note ${['for', ...decisions.map((each) => `for-${each}`)].join(' ')}">${NEEDS_APPROVAL[way]}</p>`;
  })}`;
