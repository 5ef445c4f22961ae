import {
  SUPPORT_NOTICE_KINDS,
  type OfficialNoticeKind as AnyOfficialNoticeKind,
  type SupportNoticeKind,
} from '../../core/petition/notice-kinds.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { HOP_WORDS } from '../words/labels.js';
import { approvalParagraphs, codeFacts, type ApprovalNoticeKind } from './approval-mails.js';
import { otherwise } from './otherwise.js';
import { supportMail } from './support-mails.js';
import type { MailContent, OfficialMailView } from './views.js';

/** Mails about the petition itself; those about supporters have their own words. */
type OfficialNoticeKind = Exclude<AnyOfficialNoticeKind, SupportNoticeKind>;

/** Stands before code, category and date: what the mail is about, at a glance in a full mailbox. */
const PREFIXES: Record<OfficialNoticeKind, string> = {
  assignment: 'Kiến nghị mới',
  informed: 'Phối hợp giải quyết',
  reminder: 'Nhắc hạn',
  overdue: 'QUÁ HẠN',
  'follow-up': 'Theo dõi lại',
  'escalated-to-you': 'Chuyển cấp trên do quá hạn',
  'moved-away': 'Đã chuyển đơn vị khác',
  'first-notice': 'QUÁ HẠN thông báo cho người dân',
  answered: 'Người dân đã bổ sung',
  resumed: 'Hết thời gian chờ người dân',
  'deadline-moved': 'Tính lại thời hạn',
  reopened: 'Người dân chưa đồng ý, xem xét lại',
  'appealed-to-you': 'Người dân đề nghị cấp trên xem xét',
  withdrawn: 'Người dân đã rút kiến nghị',
  'unreachable-unit': 'Không gửi được thư cho đơn vị',
  arbitrate: 'Đề nghị quyết định đơn vị giải quyết',
  directed: 'Cấp trên giao giải quyết',
  'extension-requested': 'Đề nghị gia hạn',
  'extension-approved': 'Cấp trên đồng ý gia hạn',
  'extension-refused': 'Cấp trên không đồng ý gia hạn',
  'assigned-to-you': 'Được giao trong đơn vị',
  'approval-requested': 'Chờ phê duyệt trả lời',
  'answer-approved': 'Đã phê duyệt trả lời',
  'answer-returned': 'Chưa phê duyệt, cần hoàn chỉnh',
  'draft-void': 'Dự thảo trả lời hết hiệu lực',
  'answer-code': 'Mã phê duyệt trả lời',
};

/** While nobody has accepted, reminders and overdue mails are about that. */
const isAboutAccepting = (kind: OfficialNoticeKind, view: OfficialMailView): boolean =>
  (kind === 'reminder' || kind === 'overdue') && view.acceptedAt === null && view.acceptBy !== null;

/** The date that the mail is about; none for a body that has nothing to do any more. */
const dueOf = (kind: OfficialNoticeKind, view: OfficialMailView): string | null => {
  if (kind === 'moved-away') return null;
  if (view.followUpAt !== null) return `theo dõi ngày ${dateWords(view.followUpAt.at)}`;
  if (isAboutAccepting(kind, view) && view.acceptBy !== null)
    return `hạn nhận việc ${dateWords(view.acceptBy.at)}`;
  return view.resolveBy === null ? null : `hạn ${dateWords(view.resolveBy.at)}`;
};

const subjectOf = (kind: OfficialNoticeKind, view: OfficialMailView): string => {
  const due = dueOf(kind, view);
  const urgent = view.isUrgent && kind !== 'moved-away' ? '[KHẨN] ' : '';
  return `${urgent}${PREFIXES[kind]}: ${codeWords(view.code)} – ${view.categoryLabel}${due === null ? '' : ` (${due})`}`;
};

const whyHere = (view: OfficialMailView): string =>
  view.lastHop === null || view.lastHop === 'routed'
    ? ''
    : ` Lý do: ${HOP_WORDS[view.lastHop].toLowerCase()}.`;

const holderWords = (view: OfficialMailView): string => view.holderName ?? 'Đơn vị';

/** Whoever holds a late petition says by when it will be settled. */
const commitmentWords = ({ owesCommitment }: OfficialMailView): string[] =>
  owesCommitment
    ? [
        'Kiến nghị đã quá hạn trả lời người dân mà chưa có cam kết: xin ghi tiến độ và ngày cam kết hoàn thành tại trang xử lý.',
      ]
    : [];

/** Those about approvals have words of their own; spread in here, all would be in every bundle that sends none. */
const PARAGRAPHS: Record<
  Exclude<OfficialNoticeKind, ApprovalNoticeKind>,
  (view: OfficialMailView) => string[]
> = {
  assignment: (view) => [
    `${holderWords(view)} được giao giải quyết một kiến nghị của người dân.${whyHere(view)}`,
    view.isPartyLane
      ? 'Xin mở trang xử lý để xem nội dung, ghi nhận và cho ý kiến chỉ đạo.'
      : 'Xin mở trang xử lý để xem nội dung, nhận việc hoặc chuyển đúng đơn vị có thẩm quyền.',
  ],
  informed: (view) => [
    view.isFormerHolder
      ? 'Đơn vị không còn giữ kiến nghị dưới đây, nhưng vẫn được phân công phối hợp giải quyết. Đường dẫn trong các thư trước không còn hiệu lực.'
      : 'Đơn vị được phân công phối hợp giải quyết kiến nghị dưới đây.',
    `${view.holderName ?? 'Đơn vị đang giữ'} chủ trì và liên hệ khi cần. Thư này để biết, chưa cần làm gì.`,
  ],
  reminder: (view) => [
    isAboutAccepting('reminder', view)
      ? 'Kiến nghị dưới đây sắp hết hạn nhận việc. Xin mở trang xử lý để nhận việc hoặc chuyển đúng đơn vị có thẩm quyền.'
      : 'Kiến nghị dưới đây sắp đến hạn giải quyết. Xin mở trang xử lý để trả lời, hoặc gia hạn có lý do trước thời hạn.',
    ...commitmentWords(view),
    ...otherwise(view),
  ],
  overdue: (view) => [
    isAboutAccepting('overdue', view)
      ? 'Kiến nghị dưới đây đã quá hạn nhận việc mà chưa có ghi nhận nào. Xin mở trang xử lý để nhận việc, hoặc chuyển đúng đơn vị có thẩm quyền.'
      : 'Kiến nghị dưới đây đã quá hạn giải quyết. Xin mở trang xử lý và ghi nhận kết quả. Thư nhắc được gửi mỗi ngày làm việc cho đến khi có kết quả.',
    ...(isAboutAccepting('overdue', view) ? otherwise(view) : []),
    ...commitmentWords(view),
  ],
  'follow-up': () => [
    'Đã đến ngày theo dõi lại kiến nghị dưới đây. Xin mở trang xử lý để cho biết kết quả hoặc tiến độ thực hiện. Việc này không tính quá hạn.',
  ],
  'escalated-to-you': (view) => [
    `Đơn vị cấp dưới chưa giải quyết kiến nghị dưới đây trong thời hạn, nên hệ thống chuyển kiến nghị lên ${view.holderName ?? 'cấp trên'}.`,
    'Người dân không phải gửi lại; ngày tiếp nhận ban đầu được giữ nguyên. Xin mở trang xử lý để trực tiếp giải quyết, giao lại đơn vị cũ kèm thời hạn hoặc giao đơn vị khác.',
    ...commitmentWords(view),
  ],
  'first-notice': () => [
    'Đã hết thời hạn luật định để thông báo bằng văn bản lần đầu cho người dân mà hệ thống chưa ghi nhận thông báo nào.',
    'Xin mở trang xử lý và nhận việc, trả lời hoặc chuyển đúng đơn vị ngay hôm nay. Thời hạn này không gia hạn được.',
  ],
  answered: () => [
    'Người dân đã trả lời hoặc bổ sung thông tin cho kiến nghị dưới đây. Nội dung xem tại trang xử lý.',
    'Nếu thời hạn đang tạm dừng thì nay được tính tiếp. Dự thảo trả lời đã trình trước đó, nếu có, không còn hiệu lực: xin xem nội dung mới rồi trình lại.',
  ],
  resumed: () => [
    'Người dân chưa trả lời câu hỏi của đơn vị trong thời gian chờ. Thời hạn giải quyết được tính tiếp từ hôm nay.',
    'Xin giải quyết theo những thông tin đã có.',
  ],
  'deadline-moved': () => [
    'Lịch làm việc đã thay đổi: cơ quan tạm đóng cửa đột xuất, hoặc lịch nghỉ của năm đã được công bố. Thời hạn của kiến nghị dưới đây được tính lại theo lịch mới.',
    'Đơn vị tiếp tục giải quyết theo thời hạn ghi ở dưới, kể cả ngày đã cam kết nếu có, xem tại trang xử lý; đường dẫn trong các thư trước vẫn dùng được.',
  ],
  reopened: () => [
    'Người dân chưa đồng ý với nội dung đã trả lời và nêu lý do. Đơn vị xem xét lại kiến nghị một lần nữa.',
    'Xin mở trang xử lý để đọc ý kiến. Nếu người dân vẫn chưa đồng ý, kiến nghị được chuyển lên cấp trên.',
  ],
  'appealed-to-you': () => [
    'Đơn vị cấp dưới đã trả lời hai lần, người dân vẫn chưa đồng ý và đề nghị cấp trên xem xét.',
    'Nội dung các lần trả lời và ý kiến của người dân xem tại trang xử lý.',
  ],
  withdrawn: () => [
    'Người dân đã rút kiến nghị dưới đây. Đường dẫn trong các thư trước không còn hiệu lực.',
    'Đơn vị không cần làm gì thêm.',
  ],
  'moved-away': (view) => [
    `Đơn vị không còn giữ kiến nghị dưới đây${view.holderName === null ? '' : `; ${view.holderName} tiếp tục giải quyết`}.${whyHere(view)}`,
    'Đường dẫn trong các thư trước không còn hiệu lực. Đơn vị không cần làm gì thêm.',
  ],
  'unreachable-unit': (view) => [
    `Thư về kiến nghị dưới đây gửi ${view.holderName ?? 'đơn vị đang giữ'} bị trả lại và không còn địa chỉ nào khác của đơn vị đó để gửi.`,
    'Thời hạn giải quyết không thay đổi. Xin báo cho đơn vị đó biết việc này và gửi địa chỉ thư điện tử đúng về bàn tiếp nhận.',
  ],
  arbitrate: (view) => [
    `Các đơn vị cùng cấp đã chuyển kiến nghị dưới đây cho nhau hết số lần cho phép và đề nghị ${holderWords(view)} quyết định đơn vị giải quyết.`,
    'Xin mở trang xử lý để xem lý do của từng lần chuyển rồi giao một đơn vị, hoặc trực tiếp giải quyết. Thời hạn vẫn tính từ ngày tiếp nhận.',
    ...otherwise(view),
  ],
  directed: (view) => [
    `${holderWords(view)} được cấp trên giao giải quyết kiến nghị dưới đây. Ý kiến chỉ đạo xem tại trang xử lý.`,
    'Đơn vị không chuyển cho đơn vị cùng cấp được. Nếu quá hạn mà chưa có kết quả, kiến nghị trở lại cấp trên đã giao.',
    ...commitmentWords(view),
  ],
  'extension-requested': (view) => [
    `${holderWords(view)} đề nghị gia hạn giải quyết kiến nghị dưới đây quá mức đơn vị được tự gia hạn.`,
    'Xin mở trang trả lời để xem lý do rồi đồng ý hoặc không đồng ý. Thời hạn hiện nay vẫn tính; hết hạn mà chưa có trả lời thì đề nghị hết hiệu lực.',
  ],
  'extension-approved': () => [
    'Cấp trên đã đồng ý gia hạn kiến nghị dưới đây theo đề nghị của đơn vị. Hạn mới ghi ở dưới; người dân được thông báo.',
  ],
  'extension-refused': () => [
    'Cấp trên không đồng ý gia hạn kiến nghị dưới đây. Lý do xem tại trang xử lý. Thời hạn không thay đổi.',
  ],
  'assigned-to-you': (view) => [
    `Trong ${view.holderName ?? 'đơn vị'}, ông/bà hoặc bộ phận của ông/bà được giao xử lý kiến nghị dưới đây. Ý kiến khi giao xem tại trang xử lý.`,
    'Đường dẫn trong thư này dành riêng cho người, bộ phận được giao; các đường dẫn khác của đơn vị vẫn dùng được. Thời hạn không thay đổi.',
    ...otherwise(view),
  ],
};

/** Mails that only tell: no link, no term to keep. */
const TOLD: readonly OfficialNoticeKind[] = [
  ...(['moved-away', 'informed', 'withdrawn', 'unreachable-unit', 'answer-approved', 'draft-void'] as const),
];

const acceptFact = (view: OfficialMailView): string | null => {
  if (view.acceptedAt !== null) return null;
  return view.acceptBy === null ? null : deadlineWords(view.acceptBy, view.now);
};

const resolveFact = ({ resolveBy, now }: OfficialMailView): string | null =>
  resolveBy === null ? null : deadlineWords(resolveBy, now);

const factsOf = (kind: OfficialNoticeKind, view: OfficialMailView): MailContent['facts'] => {
  const isTold = TOLD.includes(kind);
  const rows: [string, string | null][] = [
    ['Mã kiến nghị', codeWords(view.code)],
    ['Thuộc', view.matter],
    ['Loại việc', view.categoryLabel],
    ['Địa bàn', view.placeName ?? 'chưa xác định'],
    ...codeFacts(view),
    ['Đơn vị đang giữ', isTold ? view.holderName : null],
    ['Hạn nhận việc', isTold || kind === 'extension-requested' ? null : acceptFact(view)],
    [
      'Đề nghị gia hạn đến',
      kind === 'extension-requested' && view.requestedUntil !== null ? dateWords(view.requestedUntil) : null,
    ],
    ['Hạn giải quyết', kind === 'moved-away' ? null : resolveFact(view)],
    ['Ngày theo dõi lại', view.followUpAt === null ? null : instantWords(view.followUpAt.at)],
  ];
  return rows.flatMap(([term, value]): MailContent['facts'] => (value === null ? [] : [[term, value]]));
};

const LINK_NOTES = [
  'Đường dẫn chỉ dành cho đơn vị được giao, dùng được đến khi kiến nghị chuyển đi hoặc kết thúc. Mở trang không ghi nhận điều gì; chỉ nút “Ghi nhận” mới có hiệu lực.',
  'Vì sự riêng tư của người dân, thư không ghi nội dung và tên người gửi. Xin không chuyển tiếp thư ra ngoài đơn vị.',
];

const ACTIONS: Partial<Record<AnyOfficialNoticeKind, string>> = {
  'extension-requested': 'Mở trang trả lời',
  'approval-requested': 'Mở trang phê duyệt',
  'answer-code': 'Mở trang dự thảo',
};

const isOfSupport = (kind: AnyOfficialNoticeKind): kind is SupportNoticeKind =>
  (SUPPORT_NOTICE_KINDS as readonly string[]).includes(kind);

const wordsOf = (kind: AnyOfficialNoticeKind, view: OfficialMailView) =>
  isOfSupport(kind)
    ? supportMail(kind, view)
    : {
        subject: subjectOf(kind, view),
        paragraphs:
          approvalParagraphs(kind, view) ??
          PARAGRAPHS[kind as Exclude<OfficialNoticeKind, ApprovalNoticeKind>](view),
        facts: factsOf(kind, view),
        quote: null,
      };

/**
 * A mail to an official. It carries category, ward and deadline only: mailboxes are shared, forwarded and kept for years,
 * so the description and the person are read behind the link, which ends with the task.
 */
export const officialMail = (kind: AnyOfficialNoticeKind, view: OfficialMailView): MailContent => ({
  ...wordsOf(kind, view),
  greeting:
    view.contact === null ? 'Kính gửi đơn vị,' : `Kính gửi ${view.contact.position} ${view.contact.name},`,
  closing: [],
  action:
    view.taskUrl === null
      ? { label: 'Theo dõi kiến nghị', url: view.trackUrl }
      : {
          label: ACTIONS[kind] ?? 'Mở trang xử lý',
          url: view.taskUrl,
        },
  footnotes: view.taskUrl === null ? [] : LINK_NOTES,
});
