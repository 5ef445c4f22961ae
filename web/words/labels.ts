import type { GUIDED_TRACKS } from '../../core/events.js';
import type { MeetingKind } from '../../core/meetings/meeting.js';
import type { RefusalGround } from '../../core/petition/refusal-grounds.js';
import type { HopKind, Outcome } from '../../core/petition/petition.js';
import type { Decision, Status, SuperiorAnswer } from '../../core/petition/transitions.js';

/** The words for a code; the code itself for one that this page does not know yet. */
export const wordsOr = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** Names in Vietnamese of what the system counts by codes. One name per thing, on pages and in mails alike. */
export const STATUS_WORDS: Record<Status, string> = {
  SUBMITTED: 'Đã tiếp nhận, đang xác định đơn vị giải quyết',
  ASSIGNED: 'Đã giao, chờ đơn vị nhận giải quyết',
  ACCEPTED: 'Đơn vị đang giải quyết',
  WAITING_RESIDENT: 'Đơn vị đang chờ người dân bổ sung, thời hạn tạm dừng',
  LINKED: 'Đã gộp với kiến nghị cùng nội dung, chờ trả lời chung',
  RESOLVED: 'Đã giải quyết, có nội dung trả lời',
  REJECTED: 'Không thụ lý, có nêu lý do',
  GUIDED: 'Đã hướng dẫn sang thủ tục khác của luật',
  FORWARDED: 'Đã chuyển đến cơ quan ngoài hệ thống',
  WITHDRAWN: 'Người dân đã rút kiến nghị',
  SPLIT: 'Đã tách thành các vụ việc, mỗi vụ việc giải quyết riêng',
  CLOSED: 'Đã kết thúc',
};

/** Why the holder changed. */
export const HOP_WORDS: Record<HopKind, string> = {
  routed: 'Giao đơn vị có thẩm quyền theo quy định phân công',
  triage: 'Đưa về bàn tiếp nhận để xác minh, phân loại',
  transferred: 'Chuyển cho đơn vị cùng cấp',
  'beyond-competence': 'Vượt thẩm quyền, chuyển cấp trên',
  escalated: 'Quá hạn, hệ thống chuyển cấp trên',
  reassigned: 'Đổi đơn vị do sắp xếp lại tổ chức',
  'function-moved': 'Đổi đơn vị do thẩm quyền được giao cho cơ quan khác',
  reopened: 'Người dân chưa đồng ý với trả lời, đơn vị xem xét lại',
  reclassified: 'Phân loại lại theo nội dung, giao đơn vị có thẩm quyền',
  appealed: 'Người dân vẫn chưa đồng ý, chuyển cấp trên xem xét',
  arbitration: 'Đã chuyển hết số lần giữa các đơn vị cùng cấp, cấp trên chung quyết định',
  directed: 'Cấp trên giao đơn vị giải quyết',
  'commitment-missed': 'Lỡ ngày đã cam kết, hệ thống chuyển cấp trên',
  returned: 'Không còn gộp với kiến nghị khác, đơn vị giải quyết riêng',
};

/** The first written notice to the resident (Law 42/2013 art. 28). */
export const FIRST_NOTICE = 'Thông báo lần đầu về việc xử lý, chậm nhất';

/** What the click is, and what it is not. */
export const ACT_OF_WORKFLOW =
  'Việc ghi nhận trên hệ thống chỉ là thao tác xử lý công việc, không thay chữ ký và con dấu trên văn bản.';

/** The document that was signed apart from the form. */
export const SIGNED_FILE = 'Văn bản đã ký (tệp đính kèm)';

/** "PDF, 312 KB": enough to tell whether it is the one that one has. */
export const signedFileWords = ({ size }: { size: number }): string =>
  `PDF, ${Math.max(1, Math.round(size / 1024))} KB`;

export const DECISION_WORDS: Record<Decision, string> = {
  accept: 'Nhận giải quyết',
  resolve: 'Đã giải quyết, trả lời người dân',
  reject: 'Không thụ lý, có căn cứ',
  guide: 'Hướng dẫn sang thủ tục khác của luật',
  forward: 'Chuyển đến cơ quan ngoài hệ thống',
  transfer: 'Chuyển cho đơn vị cùng cấp',
  'beyond-competence': 'Vượt thẩm quyền, chuyển cấp trên',
  reclassify: 'Phân loại lại theo nội dung',
  split: 'Tách thành các vụ việc',
  extend: 'Gia hạn giải quyết',
  'request-extension': 'Đề nghị cấp trên gia hạn thêm',
  'refer-up': 'Đề nghị cấp trên chung quyết định đơn vị giải quyết',
  direct: 'Giao cho đơn vị cấp dưới giải quyết',
  commit: 'Ghi tiến độ và cam kết ngày hoàn thành',
  note: 'Ghi tiến độ, chưa kết thúc',
  ask: 'Hỏi thêm người dân, tạm dừng thời hạn',
  'request-support': 'Đề nghị đơn vị khác phối hợp',
  'end-support': 'Dừng đề nghị phối hợp',
  'allow-support-extension': 'Đồng ý gia hạn cho đơn vị phối hợp',
  'refuse-support-extension': 'Không đồng ý gia hạn cho đơn vị phối hợp',
  assign: 'Giao cho người, bộ phận trong đơn vị',
  'propose-visit': 'Mời khảo sát hiện trường',
  'link-duplicate': 'Gộp với kiến nghị cùng nội dung',
  'unlink-duplicate': 'Bỏ gộp, giải quyết riêng',
};

/** What a superior answers to a request for an extension. */
export const SUPERIOR_ANSWER_WORDS: Record<SuperiorAnswer, string> = {
  'approve-extension': 'Đồng ý gia hạn',
  'refuse-extension': 'Không đồng ý gia hạn',
};

export const GROUND_WORDS: Record<RefusalGround, string> = {
  'not-a-petition': 'Nội dung là khiếu nại hoặc tố cáo, phải theo thủ tục riêng của luật',
  'already-settled': 'Vụ việc đã được giải quyết và trả lời trước đây, không có tình tiết mới',
  'outside-state-competence': 'Không thuộc thẩm quyền của cơ quan nhà nước',
  'no-factual-basis': 'Đã xác minh, nội dung không có căn cứ thực tế',
  'court-or-inspection': 'Vụ việc đang được tòa án, cơ quan thanh tra hoặc điều tra xem xét',
};

export type GuidedTrack = (typeof GUIDED_TRACKS)[number];

/** Tracks of the law that are not a petition's. */
export const TRACK_WORDS: Record<GuidedTrack, string> = {
  'khieu-nai': 'Khiếu nại quyết định hoặc hành vi hành chính',
  'to-cao': 'Tố cáo hành vi vi phạm pháp luật',
  'khoi-kien': 'Khởi kiện tại tòa án',
  'thi-hanh-an': 'Yêu cầu thi hành án',
  'thu-tuc-hanh-chinh': 'Nộp hồ sơ thủ tục hành chính',
};

/** Track in words; the code itself for one that this page does not know yet. */
export const trackWords = (track: string): string => wordsOr(TRACK_WORDS, track);

/** What the unit's answer was, as its heading says it. */
export const OUTCOME_WORDS: Record<Outcome['kind'], string> = {
  resolved: 'Nội dung trả lời',
  rejected: 'Lý do không thụ lý',
  guided: 'Hướng dẫn của đơn vị',
  forwarded: 'Thông báo chuyển đơn',
};

export const MEETING_WORDS: Record<MeetingKind, string> = {
  KHU_PHO_VISIT: 'Lãnh đạo gặp gỡ khu phố hằng tuần',
  PEOPLE_CONFERENCE: 'Hội nghị nhân dân hằng tháng',
  ANNUAL_DIALOGUE: 'Đối thoại định kỳ hằng năm với nhân dân',
  GROUP_DIALOGUE: 'Đối thoại với tổ nhân dân tự quản',
  FRONT_SUPERVISION: 'Giám sát, phản biện của Mặt trận',
};

export const SUBMITTER_WORDS: Record<string, string> = {
  person: 'Cá nhân',
  household: 'Hộ gia đình',
  organisation: 'Tổ chức',
  'khu-pho': 'Khu phố, tổ dân phố',
  'people-group': 'Tổ nhân dân tự quản, nhóm người dân',
  'inspection-board': 'Ban Thanh tra nhân dân',
};

/** Who may hand in on the public page: what a People's Inspection Board finds is taken down at the desk. */
export const PUBLIC_SUBMITTERS = Object.keys(SUBMITTER_WORDS).filter((kind) => kind !== 'inspection-board');

/** Ground of a refusal in words; the code itself for one that this page does not know yet. */
export const groundWords = (ground: string): string => wordsOr(GROUND_WORDS, ground);
