import type { ResidentNoticeKind } from '../../core/petition/notices.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { FIRST_NOTICE, groundWords, HOP_WORDS } from '../words/labels.js';
import type { MailContent, ResidentMailView } from './views.js';

const PREFIXES: Record<ResidentNoticeKind, string> = {
  receipt: 'Đã tiếp nhận kiến nghị',
  moved: 'Kiến nghị đã chuyển đơn vị giải quyết',
  extended: 'Gia hạn trả lời kiến nghị',
  decision: 'Trả lời kiến nghị',
};

const subjectOf = (kind: ResidentNoticeKind, view: ResidentMailView): string => {
  const isAhead = view.resolveBy !== null && view.resolveBy.at > view.now;
  const due =
    view.resolveBy === null || kind === 'decision' || !isAhead
      ? ''
      : ` (hạn trả lời ${dateWords(view.resolveBy.at)})`;
  return `${PREFIXES[kind]} ${codeWords(view.code)} – ${view.categoryLabel}${due}`;
};

const decided = (view: ResidentMailView): string => {
  const who = view.outcome?.agencyName ?? 'Đơn vị giải quyết';
  return view.outcome?.kind === 'rejected'
    ? `${who} đã xem xét và không thụ lý kiến nghị. Lý do như sau:`
    : `${who} đã trả lời kiến nghị như sau:`;
};

const PARAGRAPHS: Record<ResidentNoticeKind, (view: ResidentMailView) => string[]> = {
  receipt: (view) => [
    'Kiến nghị đã được tiếp nhận. Xin giữ lại mã dưới đây để theo dõi.',
    view.isPartyLane
      ? 'Nội dung thuộc về tổ chức Đảng, Mặt trận hoặc đoàn thể: được ghi nhận, chuyển đến nơi có trách nhiệm và theo dõi, không tính thời hạn như việc của Ủy ban nhân dân.'
      : 'Kiến nghị sẽ được giao cho đơn vị có thẩm quyền. Nếu đơn vị đó không giải quyết đúng hạn, hệ thống tự chuyển lên cấp trên.',
  ],
  moved: (view) => [
    `Kiến nghị đã được chuyển đến ${view.holderName ?? 'đơn vị khác'} để giải quyết.${view.lastHop === null ? '' : ` Lý do: ${HOP_WORDS[view.lastHop].toLowerCase()}.`}`,
    'Không cần gửi lại kiến nghị. Ngày tiếp nhận ban đầu được giữ nguyên.',
  ],
  extended: (view) => [
    `${view.holderName ?? 'Đơn vị giải quyết'} cần thêm thời gian để giải quyết kiến nghị. Hạn trả lời mới ghi ở dưới.`,
  ],
  decision: (view) => [decided(view)],
};

/** A first notice that is due no sooner than the answer itself would only confuse. */
const comesFirst = ({ firstNoticeBy, resolveBy }: ResidentMailView): boolean =>
  resolveBy === null || firstNoticeBy.at < resolveBy.at;

const openFacts = (kind: ResidentNoticeKind, view: ResidentMailView): [string, string | null][] => [
  ['Đơn vị đang xử lý', view.holderName],
  [FIRST_NOTICE, kind === 'receipt' && comesFirst(view) ? instantWords(view.firstNoticeBy.at) : null],
  ['Hạn trả lời', view.resolveBy === null ? null : deadlineWords(view.resolveBy, view.now)],
];

const outcomeFacts = ({ outcome }: ResidentMailView): [string, string | null][] => [
  ['Trả lời lúc', outcome === null ? null : instantWords(outcome.at)],
  ['Căn cứ không thụ lý', outcome?.ground == null ? null : groundWords(outcome.ground)],
  ['Số, ký hiệu văn bản', outcome?.documentNo ?? null],
];

const factsOf = (kind: ResidentNoticeKind, view: ResidentMailView): MailContent['facts'] => {
  const rows: [string, string | null][] = [
    ['Mã kiến nghị', codeWords(view.code)],
    ['Loại việc', view.categoryLabel],
    ['Địa bàn', view.placeName],
    ...(kind === 'decision' ? outcomeFacts(view) : openFacts(kind, view)),
  ];
  return rows.flatMap(([term, value]): MailContent['facts'] => (value === null ? [] : [[term, value]]));
};

const afterDecision = ({ feedbackUntil }: ResidentMailView): string =>
  `Nếu việc chưa được giải quyết thỏa đáng, xin báo bàn tiếp nhận của phường, xã và nêu mã kiến nghị trước ${instantWords(feedbackUntil.at)}. Sau đó kiến nghị kết thúc; khi cần vẫn có thể gửi kiến nghị mới và nhắc lại mã này.`;

/** A mail to the resident: what happened, who holds it, what is promised. Greets nobody by name: mailboxes are shared. */
export const residentMail = (kind: ResidentNoticeKind, view: ResidentMailView): MailContent => ({
  subject: subjectOf(kind, view),
  greeting: 'Kính gửi ông, bà,',
  paragraphs: PARAGRAPHS[kind](view),
  facts: factsOf(kind, view),
  quote: kind === 'decision' ? view.answer : null,
  closing: kind === 'decision' ? [afterDecision(view)] : [],
  action: { label: 'Theo dõi kiến nghị', url: view.trackUrl },
  footnotes: [
    ...(kind === 'decision'
      ? []
      : ['Cần hỏi thêm: xin liên hệ bàn tiếp nhận của phường, xã và nêu mã kiến nghị.']),
    'Thư tự động, xin không trả lời thư này. Hệ thống không bao giờ hỏi mật khẩu, mã OTP hay yêu cầu chuyển tiền.',
    'Trường hợp khẩn cấp: Công an 113, Cứu hỏa 114, Cấp cứu 115.',
  ],
});
