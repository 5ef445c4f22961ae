import type { Localized } from './language.js';

interface ProblemText {
  title: Localized;
  detail?: Localized;
}

/** Titles and details by problem code; the code is the stable end of the problem's `type`. */
export const PROBLEM_TEXTS = {
  'invalid-input': {
    title: { vi: 'Thông tin gửi lên chưa hợp lệ', en: 'The request is not valid' },
    detail: {
      vi: 'Chưa có gì được ghi nhận. Xin xem từng mục trong errors.',
      en: 'Nothing was recorded. See errors.',
    },
  },
  'malformed-body': {
    title: { vi: 'Không đọc được nội dung gửi lên', en: 'The body cannot be read' },
    detail: { vi: 'Nội dung phải là một đối tượng JSON, mã UTF-8.', en: 'Send one JSON object in UTF-8.' },
  },
  'operator-only': {
    title: { vi: 'Có mục chỉ dành cho cán bộ tiếp nhận', en: 'Some fields are for the reception desk only' },
    detail: {
      vi: 'Các mục nêu trong errors không dùng được trên kênh công khai.',
      en: 'The fields named in errors cannot be used on the public channel.',
    },
  },
  'khieu-nai': {
    title: {
      vi: 'Đây là khiếu nại, có thủ tục riêng',
      en: 'This is a formal complaint with a procedure of its own',
    },
    detail: {
      vi: 'Khiếu nại quyết định hành chính, hành vi hành chính được giải quyết theo Luật Khiếu nại. Xin gửi đơn đến chính cơ quan đã ra quyết định hoặc có hành vi đó, hoặc đến Ban Tiếp công dân. Hệ thống này không lưu nội dung vừa gửi.',
      en: 'A complaint against an administrative decision or act follows the Law on Complaints. Hand it to the body that decided or acted, or to the citizen reception board. Nothing that you sent was stored here.',
    },
  },
  'to-cao': {
    title: {
      vi: 'Đây là tố cáo, có thủ tục riêng',
      en: 'This is a denunciation with a procedure of its own',
    },
    detail: {
      vi: 'Tố cáo được giải quyết theo Luật Tố cáo, danh tính người tố cáo được giữ bí mật. Xin gửi đến người đứng đầu cơ quan quản lý người bị tố cáo, Thanh tra hoặc Ban Tiếp công dân. Hệ thống này không lưu nội dung vừa gửi.',
      en: 'A denunciation follows the Law on Denunciations, which keeps your identity secret. Hand it to the head of the body that manages the person, the inspectorate or the citizen reception board. Nothing that you sent was stored here.',
    },
  },
  emergency: {
    title: { vi: 'Trường hợp khẩn cấp: xin gọi ngay', en: 'An emergency: call now' },
    detail: {
      vi: 'Gọi 113 (công an), 114 (chữa cháy, cứu nạn) hoặc 115 (cấp cứu y tế). Kiến nghị không được xử lý ngay lập tức; hệ thống này không lưu nội dung vừa gửi.',
      en: 'Call 113 (police), 114 (fire and rescue) or 115 (ambulance). Petitions are not answered at once; nothing that you sent was stored here.',
    },
  },
  'idempotency-key-reused': {
    title: {
      vi: 'Idempotency-Key đã dùng cho một nội dung khác',
      en: 'The Idempotency-Key was used with another request',
    },
    detail: {
      vi: 'Dùng lại khóa chỉ để gửi lại đúng nội dung cũ; nội dung mới cần khóa mới.',
      en: 'Use a key again only to repeat the same body; a new body needs a new key.',
    },
  },
  'invalid-cursor': {
    title: { vi: 'Con trỏ trang không còn dùng được', en: 'The cursor cannot be used' },
    detail: { vi: 'Xin tìm lại từ trang đầu.', en: 'Start again from the first page.' },
  },
  'not-found': { title: { vi: 'Không tìm thấy', en: 'Not found' } },
  unauthorized: { title: { vi: 'Cần đăng nhập', en: 'Sign in first' } },
  forbidden: { title: { vi: 'Không có quyền', en: 'Not allowed' } },
  'foreign-origin': {
    title: { vi: 'Biểu mẫu không được gửi từ trang này', en: 'The form was sent from another site' },
  },
  'illegal-transition': {
    title: {
      vi: 'Trạng thái của kiến nghị không cho phép việc này',
      en: "Not possible in the petition's state",
    },
  },
  'task-closed': { title: { vi: 'Nhiệm vụ này đã kết thúc', en: 'This task is no longer open' } },
  'too-many-requests': {
    title: { vi: 'Quá nhiều yêu cầu, xin đợi đến giờ sau', en: 'Too many requests, wait for the next hour' },
  },
  'too-large': { title: { vi: 'Nội dung gửi lên quá lớn', en: 'The request is too large' } },
  'unsupported-media-type': {
    title: { vi: 'Kiểu nội dung không được nhận', en: 'The content type is not taken here' },
  },
  unavailable: {
    title: { vi: 'Hệ thống đang bận, xin thử lại sau ít phút', en: 'Busy, try again in a moment' },
  },
  internal: { title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' } },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;

/** Title and detail of a problem; `detail` is absent where the title says it all. */
export const problemText = (code: ProblemCode): ProblemText => PROBLEM_TEXTS[code];
