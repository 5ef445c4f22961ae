import { isForResident, type ResidentNoticeKind } from '../../core/petition/notice-kinds.js';
import { localDayOf } from '../../core/time.js';
import type { LetterFacts } from '../../core/use-cases/view-letter.js';
import { residentView } from '../mails/mail-composer.js';
import { residentMail } from '../mails/resident-mails.js';
import type { ResidentMailView } from '../mails/views.js';
import { codeWords } from '../words/code.js';
import { dateWords, instantWords } from '../words/dates.js';

/** A letter as it is printed; see functions/show-letter/schema.ts. */
export interface Letter {
  code: string;
  title: string;
  sender: string;
  recipient: string;
  writtenOn: string;
  paragraphs: string[];
  said: string | null;
  facts: [term: string, value: string][];
  closing: string[];
  trackUrl: string;
}

const TITLES: Record<ResidentNoticeKind, string> = {
  receipt: 'Thông báo đã tiếp nhận kiến nghị',
  accepted: 'Thông báo đơn vị đã nhận giải quyết kiến nghị',
  moved: 'Thông báo chuyển đơn vị giải quyết kiến nghị',
  extended: 'Thông báo gia hạn trả lời kiến nghị',
  reclassified: 'Thông báo phân loại lại kiến nghị',
  split: 'Thông báo tách kiến nghị thành các vụ việc',
  'date-moved': 'Thông báo tính lại hạn trả lời kiến nghị',
  'wait-moved': 'Thông báo tính lại thời gian chờ bổ sung thông tin cho kiến nghị',
  question: 'Đề nghị bổ sung thông tin cho kiến nghị',
  decision: 'Trả lời kiến nghị',
  'withdrawal-noted': 'Thông báo đã ghi nhận việc rút kiến nghị',
  merged: 'Thông báo gộp với kiến nghị cùng nội dung',
  unmerged: 'Thông báo giải quyết riêng kiến nghị',
  'receipt-renewed': 'Thông báo đã cấp lại phiếu tiếp nhận kiến nghị',
};

const AT_DESK = 'tại bàn tiếp nhận của phường, xã, mang theo phiếu tiếp nhận hoặc nêu mã kiến nghị';

/** The time to object counts from when the letter is handed over, which its printing cannot know. */
const closingOf = (kind: ResidentNoticeKind, view: ResidentMailView): string[] => {
  if (kind === 'decision')
    return [
      `Nếu chưa đồng ý, ông, bà có thể nêu lý do ${AT_DESK}. Nhận thư trong ngày ${dateWords(view.now)} thì thời gian phản hồi đến ${instantWords(view.feedbackUntil.at)}; nhận sau ngày này thì tính từ ngày nhận. Không có ý kiến thì kiến nghị kết thúc khi hết thời gian này.`,
    ];
  if (kind !== 'question' && kind !== 'wait-moved') return [`Cần hỏi thêm: xin liên hệ ${AT_DESK}.`];
  const until = view.waitUntil === null ? '' : ` trước ${instantWords(view.waitUntil.at)}`;
  return [`Xin trả lời ${AT_DESK}${until}. Trong thời gian chờ, thời hạn giải quyết tạm dừng.`];
};

/** The letter of a notice: what the mail would have said, in the words of a paper. */
export const residentLetter = ({ facts, recipient }: LetterFacts): Letter => {
  const { kind } = facts;
  if (!isForResident(kind)) throw new TypeError('not a notice to a resident');
  const view = residentView(facts);
  const { paragraphs, quote, facts: rows } = residentMail(kind, view);
  return {
    code: codeWords(view.code),
    title: TITLES[kind],
    sender: view.outcome?.agencyName ?? view.holderName ?? 'Bàn tiếp nhận kiến nghị',
    recipient,
    writtenOn: localDayOf(facts.now),
    paragraphs,
    said: quote,
    // The code has a line of its own.
    facts: rows.filter(([, value]) => value !== codeWords(view.code)),
    closing: closingOf(kind, view),
    trackUrl: facts.trackUrl,
  };
};
