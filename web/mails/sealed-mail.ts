import { formatCode } from '../../core/codes/petition-code.js';
import type { SealedFile } from '../../core/sealed/sealed-file.js';
import { dateWords, instantWords } from '../words/dates.js';
import { layOutMail } from './layout.js';
import type { RenderedMail } from './views.js';

/** All that a mail says of a denunciation: that there is one. No link: whoever reads along finds no door. */
export const sealedMail = (file: SealedFile): RenderedMail =>
  layOutMail({
    subject: `Có hồ sơ tố cáo cần tiếp nhận: ${formatCode(file.code)}`,
    greeting: 'Kính gửi Quý cơ quan,',
    paragraphs: [
      `Hệ thống đã nhận một hồ sơ tố cáo mã ${formatCode(file.code)} gửi đến ${file.body.name}.`,
      'Nội dung và danh tính người tố cáo được niêm phong và không có trong thư này. Người được giao nhiệm vụ xin đăng nhập hệ thống bằng tài khoản có quyền “hồ sơ niêm phong” để xem.',
    ],
    quote: null,
    facts: [
      ['Nhận lúc', instantWords(file.receivedAt)],
      ['Hạn xử lý ban đầu', dateWords(file.checkBy.at)],
    ],
    closing: ['Xin không chuyển tiếp thư này và không hỏi đơn vị khác về hồ sơ.'],
    action: null,
    footnotes: ['Thư tự động. Xin không trả lời thư này.'],
  });
