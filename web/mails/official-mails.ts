import type { OfficialNoticeKind } from '../../core/petition/notices.js';
import { codeWords } from '../words/code.js';
import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { HOP_WORDS } from '../words/labels.js';
import type { MailContent, OfficialMailView } from './views.js';

/** Stands before code, category and date: what the mail is about, at a glance in a full mailbox. */
const PREFIXES: Record<OfficialNoticeKind, string> = {
  assignment: 'Kiến nghị mới',
  informed: 'Phối hợp giải quyết',
  reminder: 'Nhắc hạn',
  overdue: 'QUÁ HẠN',
  'follow-up': 'Theo dõi lại',
  'escalated-to-you': 'Chuyển cấp trên do quá hạn',
  'moved-away': 'Đã chuyển đơn vị khác',
};

const dueOf = (view: OfficialMailView): string | null => {
  if (view.followUpAt !== null) return `theo dõi ngày ${dateWords(view.followUpAt.at)}`;
  return view.resolveBy === null ? null : `hạn ${dateWords(view.resolveBy.at)}`;
};

const subjectOf = (kind: OfficialNoticeKind, view: OfficialMailView): string => {
  const due = dueOf(view);
  const urgent = view.isUrgent && kind !== 'moved-away' ? '[KHẨN] ' : '';
  return `${urgent}${PREFIXES[kind]}: ${codeWords(view.code)} – ${view.categoryLabel}${due === null ? '' : ` (${due})`}`;
};

const whyHere = (view: OfficialMailView): string =>
  view.lastHop === null || view.lastHop === 'routed'
    ? ''
    : ` Lý do: ${HOP_WORDS[view.lastHop].toLowerCase()}.`;

const PARAGRAPHS: Record<OfficialNoticeKind, (view: OfficialMailView) => string[]> = {
  assignment: (view) => [
    `Đơn vị được giao giải quyết một kiến nghị của người dân.${whyHere(view)}`,
    view.isPartyLane
      ? 'Xin mở trang xử lý để xem nội dung, ghi nhận và cho ý kiến chỉ đạo.'
      : 'Xin mở trang xử lý để xem nội dung, nhận việc hoặc chuyển đúng đơn vị có thẩm quyền.',
  ],
  informed: (view) => [
    `Đơn vị được nêu là đơn vị phối hợp giải quyết một kiến nghị. ${view.holderName ?? 'Đơn vị chủ trì'} chủ trì và liên hệ khi cần.`,
    'Thư này để biết, chưa cần làm gì.',
  ],
  reminder: () => [
    'Kiến nghị dưới đây sắp đến hạn. Xin trả lời, ghi tiến độ hoặc gia hạn có lý do trước thời hạn.',
  ],
  overdue: (view) => [
    view.acceptedAt === null
      ? 'Kiến nghị dưới đây đã quá hạn nhận việc mà chưa có ghi nhận nào.'
      : 'Kiến nghị dưới đây đã quá hạn giải quyết. Thư nhắc được gửi mỗi ngày làm việc cho đến khi có kết quả.',
    'Xin mở trang xử lý và ghi nhận kết quả, hoặc chuyển đúng đơn vị có thẩm quyền.',
  ],
  'follow-up': () => [
    'Đã đến ngày theo dõi lại kiến nghị dưới đây. Xin cho biết kết quả hoặc tiến độ thực hiện. Việc này không tính quá hạn.',
  ],
  'escalated-to-you': () => [
    'Đơn vị cấp dưới chưa giải quyết kiến nghị dưới đây trong thời hạn, nên hệ thống chuyển kiến nghị đến đơn vị.',
    'Ngày tiếp nhận của người dân được giữ nguyên. Xin mở trang xử lý để giải quyết hoặc chỉ đạo.',
  ],
  'moved-away': (view) => [
    view.holderName === null
      ? 'Đơn vị không còn giữ kiến nghị dưới đây.'
      : `Đơn vị không còn giữ kiến nghị dưới đây; ${view.holderName} tiếp tục giải quyết.`,
    'Đường dẫn trong các thư trước không còn hiệu lực. Đơn vị không cần làm gì thêm.',
  ],
};

const acceptFact = (view: OfficialMailView): string | null => {
  if (view.acceptedAt !== null) return null;
  return view.acceptBy === null ? null : deadlineWords(view.acceptBy, view.now);
};

const factsOf = (kind: OfficialNoticeKind, view: OfficialMailView): MailContent['facts'] => {
  const isTold = kind === 'moved-away' || kind === 'informed';
  const rows: [string, string | null][] = [
    ['Mã kiến nghị', codeWords(view.code)],
    ['Loại việc', view.categoryLabel],
    ['Địa bàn', view.placeName ?? 'chưa xác định'],
    ['Đơn vị đang giữ', isTold ? view.holderName : null],
    ['Hạn nhận việc', isTold ? null : acceptFact(view)],
    ['Hạn giải quyết', view.resolveBy === null ? null : deadlineWords(view.resolveBy, view.now)],
    ['Ngày theo dõi lại', view.followUpAt === null ? null : instantWords(view.followUpAt.at)],
  ];
  return rows.flatMap(([term, value]): MailContent['facts'] => (value === null ? [] : [[term, value]]));
};

const LINK_NOTES = [
  'Đường dẫn chỉ dành cho đơn vị được giao, dùng được đến khi kiến nghị chuyển đi hoặc kết thúc. Mở trang không ghi nhận điều gì; chỉ nút “Ghi nhận” mới có hiệu lực.',
  'Vì sự riêng tư của người dân, thư không ghi nội dung và tên người gửi. Xin không chuyển tiếp thư ra ngoài đơn vị.',
];

/**
 * A mail to an official. It carries category, ward and deadline only: mailboxes are shared, forwarded and kept for years,
 * so the description and the person are read behind the link, which ends with the task.
 */
export const officialMail = (kind: OfficialNoticeKind, view: OfficialMailView): MailContent => ({
  subject: subjectOf(kind, view),
  greeting:
    view.contact === null ? 'Kính gửi đơn vị,' : `Kính gửi ${view.contact.position} ${view.contact.name},`,
  paragraphs: PARAGRAPHS[kind](view),
  facts: factsOf(kind, view),
  quote: null,
  closing: [],
  action:
    view.taskUrl === null
      ? { label: 'Theo dõi kiến nghị', url: view.trackUrl }
      : { label: 'Mở trang xử lý', url: view.taskUrl },
  footnotes: view.taskUrl === null ? [] : LINK_NOTES,
});
