import { dateWords, deadlineWords } from '../words/dates.js';
import { markup, type Html } from './markup.js';
import type { SuperiorNotesView } from './views.js';

const note = (text: Html | string): Html => markup`<p class="note">${text}</p>`;

/** What superiors and lateness ask of the holder: said before the form, so that nobody meets it as an error. */
export const renderSuperiorNotes = (view: SuperiorNotesView, now: string): Html => {
  const notes = [
    view.passedBy.length === 0
      ? null
      : note(
          `Các đơn vị cùng cấp đã chuyển kiến nghị cho nhau: ${view.passedBy.join(' → ')}. Lý do của từng lần chuyển ở phần Quá trình xử lý. Xin giao một đơn vị giải quyết, hoặc trực tiếp giải quyết.`,
        ),
    view.isDirected
      ? note('Cấp trên đã giao đơn vị giải quyết; không chuyển cho đơn vị cùng cấp được.')
      : null,
    view.owesCommitment
      ? note('Kiến nghị đã quá hạn trả lời người dân. Xin ghi tiến độ và cam kết ngày hoàn thành.')
      : null,
    view.missed.length === 0 ? null : note(`Đã lỡ ngày cam kết: ${view.missed.map(dateWords).join(', ')}.`),
    view.commitment === null || view.commitment.at <= now
      ? null
      : note(`Đơn vị cam kết hoàn thành trước ${deadlineWords(view.commitment, now)}.`),
    view.request === null
      ? null
      : note(
          `Đã đề nghị ${view.request.superiorName} gia hạn đến hết ngày ${dateWords(view.request.until)}, đang chờ trả lời. Thời hạn hiện nay vẫn tính.`,
        ),
  ];
  return markup`${notes}`;
};
