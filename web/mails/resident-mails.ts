import type { ResidentNoticeKind } from '../../core/petition/notice-kinds.js';
import type { Outcome } from '../../core/petition/petition.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { groundBasisWords } from '../words/ground-basis.js';
import {
  ACT_OF_WORKFLOW,
  FIRST_NOTICE,
  groundWords,
  HOP_WORDS,
  SIGNED_FILE,
  signedFileWords,
  trackWords,
} from '../words/labels.js';
import { reclassifiedFacts, reclassifiedParagraphs } from './reclassified-words.js';
import type { MailContent, ResidentMailView } from './views.js';

const PREFIXES: Record<ResidentNoticeKind, string> = {
  receipt: 'Đã tiếp nhận kiến nghị',
  accepted: 'Đơn vị đã nhận giải quyết kiến nghị',
  question: 'Xin bổ sung thông tin cho kiến nghị',
  'withdrawal-noted': 'Đã ghi nhận việc rút kiến nghị',
  moved: 'Kiến nghị đã chuyển đơn vị giải quyết',
  extended: 'Gia hạn trả lời kiến nghị',
  'date-moved': 'Ngày trả lời kiến nghị được tính lại',
  'wait-moved': 'Tính lại thời gian chờ bổ sung thông tin cho kiến nghị',
  reclassified: 'Kiến nghị được phân loại lại',
  split: 'Kiến nghị được tách thành các vụ việc',
  decision: 'Trả lời kiến nghị',
  'receipt-renewed': 'Đã cấp lại phiếu tiếp nhận kiến nghị',
  merged: 'Đã gộp với kiến nghị cùng nội dung: kiến nghị',
  unmerged: 'Được giải quyết riêng: kiến nghị',
};

/** Mails in which a date of the answer would mislead. */
const WITHOUT_DUE: readonly ResidentNoticeKind[] = [
  'decision',
  'question',
  'wait-moved',
  'withdrawal-noted',
  'merged',
];

const subjectOf = (kind: ResidentNoticeKind, view: ResidentMailView): string => {
  const isAhead = view.resolveBy !== null && view.resolveBy.at > view.now;
  const due =
    view.resolveBy === null || WITHOUT_DUE.includes(kind) || !isAhead
      ? ''
      : ` (hạn trả lời ${dateWords(view.resolveBy.at)})`;
  return `${PREFIXES[kind]} ${codeWords(view.code)} – ${view.categoryLabel}${due}`;
};

const DECIDED: Record<Outcome['kind'], string> = {
  resolved: 'đã trả lời kiến nghị như sau',
  rejected: 'đã xem xét và không thụ lý kiến nghị. Lý do như sau',
  guided: 'hướng dẫn: nội dung này theo một thủ tục khác của luật. Cách thực hiện như sau',
  forwarded: 'đã chuyển nội dung này đến cơ quan khác. Thông báo như sau',
};

const decided = (view: ResidentMailView): string => {
  const who = view.outcome?.agencyName ?? 'Đơn vị giải quyết';
  return `${who} ${DECIDED[view.outcome?.kind ?? 'resolved']}:`;
};

const PARAGRAPHS: Record<ResidentNoticeKind, (view: ResidentMailView) => string[]> = {
  receipt: (view) => [
    'Kiến nghị đã được tiếp nhận. Xin giữ lại mã dưới đây để theo dõi.',
    view.isPartyLane
      ? 'Nội dung thuộc về tổ chức Đảng, Mặt trận hoặc đoàn thể: được ghi nhận, chuyển đến nơi có trách nhiệm và theo dõi, không tính thời hạn như việc của Ủy ban nhân dân.'
      : 'Kiến nghị sẽ được giao cho đơn vị có thẩm quyền. Nếu đơn vị đó không giải quyết đúng hạn, hệ thống tự chuyển lên cấp trên.',
  ],
  accepted: (view) => [
    `${view.holderName ?? 'Đơn vị'} đã nhận giải quyết kiến nghị và sẽ trả lời trước ngày ghi ở dưới.`,
  ],
  question: (view) => [`${view.holderName ?? 'Đơn vị giải quyết'} cần biết thêm để giải quyết kiến nghị:`],
  'withdrawal-noted': () => [
    'Kiến nghị đã được rút theo yêu cầu gửi bằng mã kiến nghị và mã bí mật trên phiếu tiếp nhận. Đơn vị giữ kiến nghị đã được thông báo.',
    'Nếu không phải ông, bà yêu cầu rút, xin liên hệ ngay bàn tiếp nhận và nêu mã kiến nghị.',
  ],
  moved: (view) => [
    `Kiến nghị đã được chuyển đến ${view.holderName ?? 'đơn vị khác'} để giải quyết.${view.lastHop === null ? '' : ` Lý do: ${HOP_WORDS[view.lastHop].toLowerCase()}.`}`,
    'Không cần gửi lại kiến nghị. Ngày tiếp nhận ban đầu được giữ nguyên.',
  ],
  extended: (view) => [
    `${view.holderName ?? 'Đơn vị giải quyết'} cần thêm thời gian để giải quyết kiến nghị${view.dateMove?.kind === 'approved' ? ' và được cấp trên đồng ý gia hạn' : ''}. Ngày cũ và ngày mới ghi ở dưới.`,
  ],
  'date-moved': () => [
    'Lịch làm việc đã thay đổi: cơ quan tạm đóng cửa đột xuất, hoặc lịch nghỉ của năm đã được công bố. Vì vậy hạn trả lời kiến nghị được tính lại và ghi ở dưới.',
    'Ngày tiếp nhận ban đầu được giữ nguyên. Ông, bà không phải làm gì thêm.',
  ],
  'wait-moved': () => [
    'Lịch làm việc đã thay đổi: cơ quan tạm đóng cửa đột xuất, hoặc lịch nghỉ của năm đã được công bố. Vì vậy thời gian chờ ông, bà trả lời câu hỏi của đơn vị được tính lại.',
  ],
  reclassified: reclassifiedParagraphs,
  split: () => [
    'Kiến nghị có nhiều vụ việc thuộc các đơn vị khác nhau nên được tách ra. Mỗi vụ việc được giao đơn vị có thẩm quyền, có thời hạn và câu trả lời riêng, tính từ ngày tiếp nhận ban đầu.',
    'Ông, bà không phải gửi lại và vẫn theo dõi tất cả bằng mã dưới đây. Kiến nghị kết thúc khi vụ việc cuối cùng kết thúc.',
  ],
  merged: (view) => [
    `${view.holderName ?? 'Đơn vị giải quyết'} nhận thấy việc này đã có người kiến nghị trước và đang được giải quyết, nên gộp hai kiến nghị để trả lời chung.`,
    'Kiến nghị của ông, bà không mất: mã kiến nghị và phiếu tiếp nhận vẫn dùng được. Khi có trả lời, ông, bà nhận cùng nội dung và có quyền phản hồi riêng.',
  ],
  unmerged: (view) => [
    `Kiến nghị không còn gộp với kiến nghị khác và được ${view.holderName ?? 'đơn vị giải quyết'} giải quyết riêng. Ngày tiếp nhận ban đầu được giữ nguyên; ông, bà không phải gửi lại.`,
  ],
  decision: (view) => [decided(view)],
  'receipt-renewed': () => [
    'Bàn tiếp nhận đã cấp lại phiếu tiếp nhận, với mã bí mật mới, theo yêu cầu của người gửi kiến nghị. Mã bí mật và các đường dẫn trong những thư trước không còn dùng được để trả lời, phản hồi hay rút kiến nghị.',
    'Nếu không phải ông, bà yêu cầu, xin liên hệ ngay bàn tiếp nhận và nêu mã kiến nghị.',
  ],
};

/** A first notice that is due no sooner than the answer itself would only confuse. */
const comesFirst = ({ firstNoticeBy, resolveBy }: ResidentMailView): boolean =>
  resolveBy === null || firstNoticeBy.at < resolveBy.at;

const movedDates = ({ dateMove }: ResidentMailView): [string, string | null][] => [
  ['Ngày phải xong trước đây', dateMove === null ? null : dateWords(dateMove.from)],
  ['Ngày phải xong mới', dateMove === null ? null : dateWords(dateMove.to)],
];

const openFacts = (kind: ResidentNoticeKind, view: ResidentMailView): [string, string | null][] => [
  ['Đơn vị đang xử lý', view.holderName],
  [FIRST_NOTICE, kind === 'receipt' && comesFirst(view) ? instantWords(view.firstNoticeBy.at) : null],
  ...(kind === 'extended' ? movedDates(view) : []),
  ['Hạn trả lời', view.resolveBy === null ? null : deadlineWords(view.resolveBy, view.now)],
];

const orNull = <T>(value: T | null, words: (value: T) => string): string | null =>
  value === null ? null : words(value);

const outcomeFacts = ({ outcome }: ResidentMailView): [string, string | null][] =>
  outcome === null
    ? []
    : [
        ['Trả lời lúc', instantWords(outcome.at)],
        ['Căn cứ không thụ lý', orNull(outcome.ground, groundWords)],
        ['Cơ sở của căn cứ', orNull(outcome.ground, groundBasisWords)],
        ['Thủ tục', orNull(outcome.track, trackWords)],
        ['Số, ký hiệu văn bản', outcome.documentNo],
        [SIGNED_FILE, orNull(outcome.signedFile, signedFileWords)],
      ];

const factsOf = (kind: ResidentNoticeKind, view: ResidentMailView): MailContent['facts'] => {
  const rows: [string, string | null][] = [
    ['Mã kiến nghị', codeWords(view.code)],
    ['Thuộc', view.matter],
    ['Loại việc', view.categoryLabel],
    ['Địa bàn', view.placeName],
    ...(kind === 'reclassified' ? reclassifiedFacts(view) : []),
    ...(kind === 'decision' ? outcomeFacts(view) : openFacts(kind, view)),
  ];
  return rows.flatMap(([term, value]): MailContent['facts'] => (value === null ? [] : [[term, value]]));
};

const afterDecision = ({ feedbackUntil }: ResidentMailView): string =>
  `Nếu chưa đồng ý, xin mở đường dẫn dưới đây và nêu lý do trước ${instantWords(feedbackUntil.at)}, hoặc báo bàn tiếp nhận của phường, xã và nêu mã kiến nghị. Đơn vị sẽ xem xét lại; nếu vẫn chưa thỏa đáng, cấp trên xem xét. Không có ý kiến thì kiến nghị kết thúc khi hết thời gian này.`;

/** The unit waits for the resident's answer. */
const ASKS: readonly ResidentNoticeKind[] = ['question', 'wait-moved'];

/** What the resident can do with the mail; the page knows the receipt's secret from the link. */
const closingOf = (kind: ResidentNoticeKind, view: ResidentMailView): string[] => {
  if (kind === 'decision') return [afterDecision(view)];
  if (!ASKS.includes(kind)) return [];
  const until = view.waitUntil === null ? '' : ` trước ${instantWords(view.waitUntil.at)}`;
  return [
    `Xin mở đường dẫn dưới đây để trả lời${until}, hoặc báo bàn tiếp nhận của phường, xã và nêu mã kiến nghị. Trong thời gian chờ, thời hạn giải quyết tạm dừng.`,
  ];
};

const ACTIONS: Partial<Record<ResidentNoticeKind, string>> = {
  question: 'Trả lời câu hỏi',
  'wait-moved': 'Trả lời câu hỏi',
  decision: 'Cho biết ý kiến về trả lời',
};

/** A mail to the resident: what happened, who holds it, what is promised. Greets nobody by name: mailboxes are shared. */
export const residentMail = (kind: ResidentNoticeKind, view: ResidentMailView): MailContent => ({
  subject: subjectOf(kind, view),
  greeting: 'Kính gửi ông, bà,',
  paragraphs: PARAGRAPHS[kind](view),
  facts: factsOf(kind, view),
  quote: view.said,
  closing: closingOf(kind, view),
  action: { label: ACTIONS[kind] ?? 'Theo dõi kiến nghị', url: view.trackUrl },
  footnotes: [
    ...(kind === 'decision'
      ? [ACT_OF_WORKFLOW]
      : ['Cần hỏi thêm: xin liên hệ bàn tiếp nhận của phường, xã và nêu mã kiến nghị.']),
    'Thư tự động, xin không trả lời thư này. Hệ thống không bao giờ hỏi mật khẩu, mã OTP hay yêu cầu chuyển tiền.',
    'Trường hợp khẩn cấp: Công an 113, Cứu hỏa 114, Cấp cứu 115.',
  ],
});
