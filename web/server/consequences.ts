import type { Decision } from '../../core/petition/transitions.js';

/** What the choice means, said before it is made. */
export const CONSEQUENCES: Record<Decision, string> = {
  accept: 'Đơn vị nhận việc. Thời hạn giải quyết không thay đổi.',
  resolve: 'Kết thúc việc giải quyết. Nội dung trả lời được gửi cho người dân.',
  reject: 'Chỉ khi có căn cứ theo quy định. Lý do được gửi cho người dân.',
  transfer: 'Kiến nghị thuộc trách nhiệm của một đơn vị khác cùng cấp. Thời hạn giải quyết tiếp tục tính.',
  'beyond-competence': 'Kiến nghị được chuyển ngay lên cấp trên theo phân công thẩm quyền.',
  extend: 'Người dân được thông báo ngày trả lời mới.',
  'request-extension':
    'Cấp trên nhận đề nghị và trả lời. Thời hạn hiện nay vẫn tính; nếu hết hạn mà chưa có trả lời thì đề nghị hết hiệu lực.',
  'refer-up':
    'Kiến nghị được chuyển lên cấp trên chung của các đơn vị. Cấp trên giao một đơn vị giải quyết; đơn vị đó không chuyển tiếp được nữa.',
  direct:
    'Đơn vị được giao phải giải quyết, không chuyển cho đơn vị cùng cấp. Nếu lại quá hạn, kiến nghị trở lại đây.',
  commit: 'Lưu vào quá trình xử lý. Nếu lỡ ngày cam kết, hệ thống tự chuyển kiến nghị lên cấp trên.',
  note: 'Lưu vào quá trình xử lý. Đơn vị tiếp tục giải quyết.',
  ask: 'Thời hạn tạm dừng cho đến khi người dân trả lời hoặc hết thời gian chờ, rồi tính tiếp phần còn lại.',
  guide: 'Nội dung không phải kiến nghị. Người dân được hướng dẫn thủ tục đúng; kiến nghị kết thúc.',
  reclassify:
    'Nội dung thuộc loại việc khác. Đơn vị có thẩm quyền và thời hạn được xác định lại từ ngày tiếp nhận; người dân được thông báo.',
  split:
    'Kiến nghị có nhiều vụ việc. Mỗi vụ việc được giao đơn vị có thẩm quyền, có thời hạn riêng; người dân được thông báo.',
  forward: 'Thuộc cơ quan không có trong danh sách. Ghi tên cơ quan và ngày chuyển; kiến nghị kết thúc.',
  'request-support':
    'Mỗi đơn vị được đề nghị nhận thư có đường dẫn và hạn trả lời riêng. Đơn vị vẫn chủ trì; thời hạn giải quyết không thay đổi.',
  'end-support': 'Đơn vị phối hợp được báo không cần trả lời nữa; đường dẫn của đơn vị đó hết hiệu lực.',
  'allow-support-extension':
    'Hạn trả lời của đơn vị phối hợp chuyển đến ngày đã đề nghị. Thời hạn giải quyết của đơn vị không thay đổi.',
  'refuse-support-extension': 'Đơn vị phối hợp nhận được lý do. Hạn trả lời không thay đổi.',
  assign:
    'Người hoặc bộ phận được giao nhận thư có đường dẫn riêng. Đơn vị vẫn giữ kiến nghị; thời hạn và số lần chuyển không thay đổi.',
  'propose-visit':
    'Đơn vị chủ trì và các đơn vị phối hợp nhận thư mời kèm lịch hẹn. Mời lại thì lịch hẹn trước được thay.',
  'link-duplicate':
    'Người dân được báo đã gộp và giữ mã riêng. Khi kiến nghị kia có trả lời, người gửi kiến nghị này nhận cùng nội dung trả lời.',
  'unlink-duplicate': 'Đơn vị giải quyết riêng kiến nghị này, theo thời hạn đã có. Người dân được báo.',
};
