import type { SupportNoticeKind } from '../../core/petition/notice-kinds.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import type { MailContent, OfficialMailView, SupportMailView } from './views.js';

type SupportKind = Exclude<SupportNoticeKind, 'site-visit'>;

const PREFIXES: Record<SupportKind, string> = {
  'support-requested': 'Đề nghị phối hợp',
  'support-reminder': 'Nhắc hạn phối hợp',
  'support-overdue': 'QUÁ HẠN phối hợp',
  'support-escalated-to-you': 'Phối hợp quá hạn, chuyển cấp trên',
  'support-deadline-moved': 'Tính lại hạn phối hợp',
  'support-transferred-to-you': 'Đề nghị phối hợp chuyển đến',
  'support-extension-allowed': 'Đồng ý gia hạn phối hợp',
  'support-extension-refused': 'Không đồng ý gia hạn phối hợp',
  'support-moved-away': 'Đề nghị phối hợp đã chuyển đơn vị khác',
  'support-ended': 'Không cần phối hợp nữa',
  'support-answered': 'Đơn vị phối hợp đã trả lời',
  'support-declined': 'Đơn vị phối hợp báo không phối hợp được',
  'support-late': 'Đơn vị phối hợp quá hạn',
  'support-unanswerable': 'Không còn đơn vị phối hợp',
  'support-transferred': 'Đề nghị phối hợp chuyển đơn vị khác',
  'support-extension-requested': 'Đơn vị phối hợp đề nghị gia hạn',
};

const PARAGRAPHS: Record<SupportKind, (support: SupportMailView) => string[]> = {
  'support-requested': ({ leadName, holderName }) => [
    `${leadName} đang giải quyết kiến nghị dưới đây và đề nghị ${holderName} phối hợp.`,
    'Xin mở trang phối hợp để xem nội dung đề nghị, trả lời hoặc nêu lý do không phối hợp được.',
  ],
  'support-reminder': ({ leadName }) => [
    `Sắp đến hạn trả lời đề nghị phối hợp của ${leadName}. Xin mở trang phối hợp để trả lời.`,
  ],
  'support-overdue': ({ leadName }) => [
    `Đã quá hạn trả lời đề nghị phối hợp của ${leadName}. Xin mở trang phối hợp và trả lời hôm nay, hoặc nêu lý do không phối hợp được.`,
    'Thư nhắc được gửi mỗi ngày làm việc cho đến khi có trả lời.',
  ],
  'support-escalated-to-you': ({ leadName, holderName }) => [
    `Đơn vị cấp dưới chưa trả lời đề nghị phối hợp của ${leadName} trong thời hạn, nên đề nghị được chuyển lên ${holderName}.`,
    'Xin mở trang phối hợp để trả lời hoặc chỉ đạo đơn vị cấp dưới rồi trả lời.',
  ],
  'support-deadline-moved': ({ leadName }) => [
    `Hạn trả lời đề nghị phối hợp của ${leadName} được tính lại, vì lịch làm việc hoặc thời hạn giải quyết của kiến nghị đã thay đổi. Hạn mới ghi ở dưới.`,
    'Đường dẫn trong các thư trước vẫn dùng được.',
  ],
  'support-transferred-to-you': ({ leadName, holderName, fromName }) => [
    `${leadName} đang giải quyết kiến nghị dưới đây và cần phối hợp. ${fromName} cho biết ${holderName} là đơn vị phù hợp; lý do ghi tại trang phối hợp.`,
    'Hạn trả lời không thay đổi. Xin mở trang phối hợp để trả lời, đề nghị gia hạn hoặc nêu lý do không phối hợp được.',
  ],
  'support-extension-allowed': ({ leadName }) => [
    `${leadName} đồng ý gia hạn trả lời đề nghị phối hợp. Hạn mới ghi ở dưới.`,
    'Đường dẫn trong các thư trước vẫn dùng được.',
  ],
  'support-extension-refused': ({ leadName }) => [
    `${leadName} không đồng ý gia hạn trả lời đề nghị phối hợp; lý do ghi tại trang phối hợp. Hạn trả lời không thay đổi.`,
    'Đường dẫn trong các thư trước vẫn dùng được.',
  ],
  'support-moved-away': ({ holderName }) => [
    `Đề nghị phối hợp giải quyết kiến nghị dưới đây nay do ${holderName} thực hiện.`,
    'Đường dẫn trong các thư trước không còn hiệu lực. Đơn vị không cần làm gì thêm.',
  ],
  'support-ended': ({ leadName }) => [
    `Đề nghị phối hợp của ${leadName} đã kết thúc, không cần trả lời nữa.`,
    'Đường dẫn trong các thư trước không còn hiệu lực. Đơn vị không cần làm gì thêm.',
  ],
  'support-answered': ({ holderName }) => [
    `${holderName} đã trả lời đề nghị phối hợp. Nội dung xem tại trang xử lý.`,
  ],
  'support-declined': ({ holderName }) => [
    `${holderName} báo không phối hợp được và nêu lý do tại trang xử lý.`,
    'Xin đề nghị đơn vị khác nếu vẫn cần.',
  ],
  'support-late': ({ holderName }) => [
    `Đề nghị phối hợp đã quá hạn mà chưa có trả lời; nay do ${holderName} giữ và được nhắc tiếp.`,
    'Đơn vị vẫn có thể trả lời người dân, nêu lý do chưa có ý kiến phối hợp.',
  ],
  'support-unanswerable': ({ holderName }) => [
    `${holderName} không còn hoạt động và không xác định được đơn vị kế thừa để phối hợp. Đề nghị phối hợp này đã dừng.`,
    'Xin đề nghị đơn vị khác nếu vẫn cần.',
  ],
  'support-transferred': ({ holderName, fromName }) => [
    `${fromName} cho biết đơn vị phù hợp để phối hợp là ${holderName}. Đề nghị phối hợp nay do ${holderName} thực hiện; hạn trả lời không thay đổi.`,
    'Lý do xem tại trang xử lý. Nếu không cần nữa, xin dừng đề nghị phối hợp tại trang đó.',
  ],
  'support-extension-requested': ({ holderName, requestedUntil }) => [
    `${holderName} đề nghị gia hạn trả lời đề nghị phối hợp${requestedUntil === null ? '' : ` đến hết ngày ${dateWords(requestedUntil)}`}. Lý do xem tại trang xử lý.`,
    'Xin đồng ý hoặc không đồng ý tại trang xử lý. Khi chưa có trả lời, hạn hiện nay vẫn tính; hết hạn thì đề nghị này hết hiệu lực.',
  ],
};

/** Mails about a term that still runs. */
const OF_OPEN: readonly SupportKind[] = [
  'support-requested',
  'support-reminder',
  'support-overdue',
  'support-escalated-to-you',
  'support-deadline-moved',
  'support-transferred-to-you',
  'support-extension-allowed',
  'support-extension-refused',
];

const subject = (prefix: string, view: OfficialMailView, due: string | null): string =>
  `${view.isUrgent ? '[KHẨN] ' : ''}${prefix}: ${codeWords(view.code)} – ${view.categoryLabel}${due === null ? '' : ` (${due})`}`;

type Words = Pick<MailContent, 'subject' | 'paragraphs' | 'facts' | 'quote'>;

const about = (view: OfficialMailView): MailContent['facts'] => [
  ['Mã kiến nghị', codeWords(view.code)],
  ...(view.matter === null ? [] : [['Thuộc', view.matter] satisfies [string, string]]),
  ['Loại việc', view.categoryLabel],
  ['Địa bàn', view.placeName ?? 'chưa xác định'],
];

const visitMail = (view: OfficialMailView): Words => {
  const { visit } = view;
  if (visit === null) throw new TypeError('a mail about a site visit without one');
  return {
    subject: subject(
      visit.isMoved ? 'Đổi lịch khảo sát' : 'Mời khảo sát',
      view,
      `ngày ${dateWords(visit.startsAt)}`,
    ),
    paragraphs: [
      `${view.holderName ?? 'Đơn vị chủ trì'} ${visit.isMoved ? 'đổi lịch khảo sát' : 'mời đơn vị cùng khảo sát'} hiện trường của kiến nghị dưới đây.`,
      'Tệp lịch hẹn kèm theo thêm được vào lịch làm việc. Nếu không dự được, xin liên hệ đơn vị chủ trì.',
    ],
    quote: visit.text,
    facts: [
      ['Thời gian', `${instantWords(visit.startsAt)}, dự kiến đến ${instantWords(visit.endsAt).slice(0, 5)}`],
      ['Địa điểm', visit.place],
      ['Đơn vị chủ trì', view.holderName ?? ''],
      ...about(view),
    ],
  };
};

/** Words of a mail about a support task or a site visit. No description and no name, as in every mail to an official. */
export const supportMail = (kind: SupportNoticeKind, view: OfficialMailView): Words => {
  if (kind === 'site-visit') return visitMail(view);
  const { support } = view;
  if (support === null) throw new TypeError('a mail about a support task without one');
  const isOpen = OF_OPEN.includes(kind);
  return {
    subject: subject(PREFIXES[kind], view, isOpen ? `hạn ${dateWords(support.dueBy.at)}` : null),
    paragraphs: PARAGRAPHS[kind](support),
    quote: null,
    facts: [
      ...about(view),
      ['Đơn vị chủ trì', support.leadName],
      ['Đơn vị phối hợp', support.holderName],
      ...(isOpen ? [['Hạn trả lời', deadlineWords(support.dueBy, view.now)] satisfies [string, string]] : []),
    ],
  };
};
