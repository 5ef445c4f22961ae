import type { ApprovalWay } from '../../core/petition/approval-way.js';
import type { HeadAnswer } from '../../core/petition/approval.js';

/** What the head of an agency says to a drafted answer. */
export const HEAD_ANSWER_WORDS: Record<HeadAnswer, string> = {
  'approve-answer': 'Phê duyệt, gửi trả lời cho người dân',
  'return-answer': 'Chưa phê duyệt, trả lại để hoàn chỉnh',
};

/** Said to an official before the form is sent. */
export const NEEDS_APPROVAL: Record<ApprovalWay, string> = {
  'head-link':
    'Trả lời này được trình người đứng đầu đơn vị và chỉ gửi cho người dân khi được phê duyệt. Trong lúc chờ, thời hạn vẫn tính.',
  'one-time-code':
    'Trả lời này được trình người đứng đầu đơn vị, kèm một mã dùng một lần gửi vào hộp thư của người đứng đầu. Nhập mã do người đứng đầu đọc thì trả lời mới được gửi cho người dân. Trong lúc chờ, thời hạn vẫn tính.',
};

/** Said to a head whose approval is a code that it tells. */
export const APPROVED_BY_CODE =
  'Dự thảo này được phê duyệt bằng mã một lần trong thư: khi đồng ý, xin đọc mã trực tiếp hoặc qua điện thoại cho người trình. Trang này chỉ để đọc dự thảo hoặc trả lại.';
