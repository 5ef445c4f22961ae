import { withoutAccents } from '../../core/messages/message-length.js';
import type { ResidentNoticeKind } from '../../core/petition/notice-kinds.js';
import type { MessageComposer } from '../../core/ports/messenger.js';

/** What happened, in few words: with the longest of them a message stays within three segments. */
const WORDS: Record<ResidentNoticeKind, string> = {
  receipt: 'đã được tiếp nhận. Theo dõi tại',
  accepted: 'đã có đơn vị nhận giải quyết. Xem tại',
  moved: 'đã chuyển đến đơn vị khác giải quyết, không cần gửi lại. Xem tại',
  extended: 'được gia hạn trả lời. Xem hạn mới tại',
  reclassified: 'được phân loại lại, thời hạn và đơn vị có thể thay đổi. Xem tại',
  split: 'được tách thành các vụ việc, mỗi vụ việc có đơn vị và thời hạn riêng. Xem tại',
  'date-moved': 'được tính lại hạn trả lời theo lịch làm việc mới. Xem tại',
  merged: 'đã gộp với kiến nghị cùng nội dung, sẽ có trả lời chung. Xem tại',
  unmerged: 'không còn gộp, được giải quyết riêng. Xem tại',
  'wait-moved': 'được tính lại thời gian chờ ông, bà bổ sung thông tin. Xem tại',
  question: 'cần ông, bà bổ sung thông tin. Mang phiếu tiếp nhận đến phường, xã hoặc mở',
  decision: 'đã có trả lời. Xem tại bàn tiếp nhận phường, xã hoặc',
  'withdrawal-noted': 'đã được rút. Nếu không phải ông, bà rút: báo bàn tiếp nhận phường, xã.',
  'receipt-renewed': 'vừa được cấp lại mã bí mật. Nếu không phải ông, bà: báo bàn tiếp nhận phường, xã.',
};

/** Nobody has to open anything: the page would say no more. */
const WITHOUT_PAGE: readonly ResidentNoticeKind[] = ['withdrawal-noted', 'receipt-renewed'];

/** Short messages for `send-notice`: the code, what happened and the public page, nothing else. */
export const messageComposer = ({ accents }: { accents: boolean }): MessageComposer => ({
  compose: ({ kind, code, trackUrl }) => {
    const page = WITHOUT_PAGE.includes(kind) ? '' : ` ${trackUrl}`;
    const text = `Kiến nghị ${code} ${WORDS[kind]}${page}`;
    return accents ? text.normalize('NFC') : withoutAccents(text);
  },
});
