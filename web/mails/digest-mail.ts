import type { DigestMailFacts, DigestRow } from '../../core/ports/mail.js';
import { codeWords } from '../words/code.js';
import { dateWords, dayWords } from '../words/dates.js';
import { layOutMail } from './layout.js';
import type { RenderedMail } from './views.js';

const dueWords = ({ dueAt, isLate }: DigestRow): string => {
  if (dueAt === null) return 'không tính hạn';
  return isLate ? `quá hạn từ ${dateWords(dueAt)}` : `hạn ${dateWords(dueAt)}`;
};

const counted = ({ open, isMore }: Pick<DigestMailFacts, 'open' | 'isMore'>): string =>
  `${isMore ? 'hơn ' : ''}${open} kiến nghị`;

const restOf = ({ open, isMore, rows }: DigestMailFacts): string[] => {
  const others = open - rows.length;
  return others > 0 ? [`Và ${isMore ? 'hơn ' : ''}${others} kiến nghị khác trong danh sách.`] : [];
};

/** One mail a day in place of single reminders: how many, which first, and the link to the list. */
export const digestMail = (facts: DigestMailFacts): RenderedMail => {
  const { contact, day, late, rows, url } = facts;
  const lateWords = late === 0 ? '' : `, ${late} quá hạn`;
  return layOutMail({
    subject: `${late === 0 ? '' : 'QUÁ HẠN – '}Tổng hợp nhắc việc ngày ${dayWords(day)}: ${counted(facts)}${lateWords}`,
    greeting: `Kính gửi ${contact.position} ${contact.name},`,
    paragraphs: [
      `Đơn vị đang giữ ${counted(facts)}${late === 0 ? ', không có kiến nghị quá hạn' : `, trong đó ${late} kiến nghị đã quá hạn trả lời người dân`}. Vì số lượng nhiều, hệ thống gửi một thư tổng hợp mỗi ngày làm việc, thay cho từng thư nhắc hạn.`,
    ],
    quote: null,
    facts: rows.map((row) => [codeWords(row.code), `${row.categoryLabel} – ${dueWords(row)}`]),
    closing: [
      ...restOf(facts),
      'Trang danh sách xếp việc quá hạn lên trước. Có thể tiếp nhận nhiều kiến nghị cùng lúc; các quyết định khác thực hiện trên trang của từng kiến nghị.',
    ],
    action: { label: 'Mở danh sách kiến nghị', url },
    footnotes: [
      'Việc mới giao, việc khẩn và việc chuyển cấp trên vẫn được gửi bằng thư riêng.',
      'Đường dẫn này dành riêng cho đơn vị nhận thư và dùng được trong 10 ngày. Xin không chuyển tiếp ra ngoài đơn vị.',
    ],
  });
};
