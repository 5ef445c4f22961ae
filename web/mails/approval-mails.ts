import type { OfficialNoticeKind } from '../../core/petition/notice-kinds.js';
import { instantWords } from '../words/dates.js';
import { otherwise } from './otherwise.js';
import type { OfficialMailView } from './views.js';

export type ApprovalNoticeKind = Extract<
  OfficialNoticeKind,
  'approval-requested' | 'answer-approved' | 'answer-returned' | 'draft-void' | 'answer-code'
>;

/** Mails about an answer that the head of the agency has to approve before it leaves. */
const PARAGRAPHS: Record<ApprovalNoticeKind, (view: OfficialMailView) => string[]> = {
  'approval-requested': (view) => [
    `Dự thảo trả lời của ${view.holderName ?? 'đơn vị'} đối với kiến nghị dưới đây đang chờ người đứng đầu đơn vị phê duyệt. Người dân chưa nhận được trả lời.`,
    'Xin mở trang phê duyệt để xem dự thảo rồi phê duyệt hoặc trả lại. Thời hạn vẫn tính trong lúc chờ.',
    ...otherwise(view),
  ],
  'answer-approved': () => [
    'Người đứng đầu đơn vị đã phê duyệt dự thảo trả lời kiến nghị dưới đây. Trả lời được gửi cho người dân đúng như dự thảo.',
    'Không cần làm gì thêm.',
  ],
  'answer-returned': (view) => [
    'Người đứng đầu đơn vị chưa phê duyệt dự thảo trả lời kiến nghị dưới đây. Lý do xem tại trang xử lý; người dân chưa nhận được trả lời.',
    'Xin hoàn chỉnh và trình lại. Thời hạn không thay đổi.',
    ...otherwise(view),
  ],
  'draft-void': () => [
    'Người dân vừa trả lời hoặc bổ sung thông tin cho kiến nghị dưới đây, sau khi đơn vị trình dự thảo trả lời. Dự thảo đó không còn hiệu lực; đường dẫn phê duyệt, mã phê duyệt trong thư trước không dùng được nữa.',
    'Người xử lý đã được báo để xem nội dung mới và trình lại. Thời hạn vẫn tính. Lúc này chưa cần làm gì.',
  ],
  'answer-code': (view) => [
    `Dự thảo trả lời của ${view.holderName ?? 'đơn vị'} đối với kiến nghị dưới đây đang chờ người đứng đầu đơn vị phê duyệt bằng mã một lần. Người dân chưa nhận được trả lời.`,
    ...(view.answerCode?.digits == null
      ? [
          'Mã đã gửi không còn dùng được. Khi cần, người trình xin mã mới tại trang xử lý; xin mở trang dự thảo để đọc hoặc trả lại.',
        ]
      : [
          'Xin mở trang dự thảo để đọc. Nếu đồng ý, xin đọc mã dưới đây trực tiếp hoặc qua điện thoại cho người trình; nếu chưa, xin trả lại tại trang đó. Không chuyển tiếp thư này: ai có mã thì gửi được trả lời.',
        ]),
    'Thời hạn vẫn tính trong lúc chờ.',
    ...otherwise(view),
  ],
};

/** What such a mail says; null for every other one. */
export const approvalParagraphs = (kind: OfficialNoticeKind, view: OfficialMailView): string[] | null =>
  Object.hasOwn(PARAGRAPHS, kind) ? PARAGRAPHS[kind as ApprovalNoticeKind](view) : null;

/** Which draft, the code, and until when it holds; nothing where the mail has none. */
export const codeFacts = ({ answerCode }: OfficialMailView): [string, string | null][] =>
  answerCode?.digits == null
    ? []
    : [
        ['Dự thảo trình lúc', answerCode.proposedAt === null ? null : instantWords(answerCode.proposedAt)],
        ['Mã phê duyệt', `${answerCode.digits.slice(0, 4)} ${answerCode.digits.slice(4)}`],
        ['Mã dùng được đến', instantWords(answerCode.until)],
      ];
