import type {
  Closure,
  EntryChannel,
  LateEntryReason,
  SealedEventType,
  Term,
  UnsealReason,
} from '../../core/sealed/sealed-events.js';
import type { SealedStatus } from '../../core/sealed/sealed-file.js';

export const SEALED_STATUS_WORDS: Record<SealedStatus, string> = {
  RECEIVED: 'Đã nhận',
  'HANDED-OVER': 'Đã chuyển vào quy trình giải quyết tố cáo',
  CLOSED: 'Đã kết thúc',
};

/** As the officer chooses it, and as the history shows it for good. */
export const UNSEAL_REASON_WORDS: Record<UnsealReason, string> = {
  'check-acceptance': 'Kiểm tra điều kiện thụ lý',
  'verify-content': 'Xác minh nội dung tố cáo',
  'protect-denouncer': 'Bảo vệ người tố cáo',
  'ordered-in-writing': 'Theo yêu cầu bằng văn bản của cơ quan có thẩm quyền',
};

export const ENTRY_CHANNEL_WORDS: Record<EntryChannel, string> = {
  counter: 'Nhận trực tiếp',
  post: 'Nhận qua bưu chính',
};

/** Why a paper is entered on a later day than it came. */
export const LATE_ENTRY_WORDS: Record<LateEntryReason, string> = {
  'out-of-hours': 'Nhận ngoài giờ, ngày nghỉ',
  forwarded: 'Đơn được chuyển qua bưu chính, nội bộ',
  'system-down': 'Hệ thống gián đoạn',
  'paper-register': 'Đã vào sổ giấy, nay nhập bổ sung',
};

export const TERM_WORDS: Record<Term, string> = {
  check: 'hạn xử lý ban đầu',
  resolve: 'thời hạn giải quyết',
};

export const CLOSURE_WORDS: Record<Closure, string> = {
  concluded: 'Đã có kết luận',
  'not-accepted': 'Không thụ lý, đã có thông báo',
  'passed-on': 'Đã chuyển cơ quan khác có thẩm quyền',
};

export const SEALED_EVENT_WORDS: Record<SealedEventType, string> = {
  DenunciationReceived: 'Nhận tố cáo',
  IdentityUnsealed: 'Mở niêm phong',
  DenunciationHandedOver: 'Chuyển vào quy trình',
  DenunciationClosed: 'Kết thúc hồ sơ',
  DateMissed: 'Quá hạn',
  BodyChanged: 'Chuyển cơ quan do sắp xếp tổ chức',
  ExclusionsGrew: 'Mở rộng danh sách cơ quan không được tiếp cận',
};

const UNIT_WORDS: Record<string, string> = {
  workingDays: 'ngày làm việc',
  workingHours: 'giờ làm việc',
  calendarDays: 'ngày',
  elapsed: 'giờ',
};

/** "7 ngày làm việc (Luật Tố cáo 25/2018/QH14 Đ24, chờ xác nhận)". */
export const termWords = (term: { amount: number; unit: string; basis: string; status: string }): string => {
  const about = [term.basis, term.status === 'sourced' ? '' : 'chờ địa phương xác nhận'].filter(Boolean);
  const length = `${term.amount} ${UNIT_WORDS[term.unit] ?? term.unit}`;
  return about.length === 0 ? length : `${length} (${about.join(', ')})`;
};
