import type { HeadAnswer } from '../../core/petition/approval.js';

/** What the head of an agency says to a drafted answer. */
export const HEAD_ANSWER_WORDS: Record<HeadAnswer, string> = {
  'approve-answer': 'Phê duyệt, gửi trả lời cho người dân',
  'return-answer': 'Chưa phê duyệt, trả lại để hoàn chỉnh',
};

/** Said to an official before the form is sent. */
export const NEEDS_APPROVAL =
  'Trả lời này được trình người đứng đầu đơn vị và chỉ gửi cho người dân khi được phê duyệt. Trong lúc chờ, thời hạn vẫn tính.';
