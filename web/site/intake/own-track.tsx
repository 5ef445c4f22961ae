import { useEffect, useState } from 'preact/hooks';
import { sealedApi } from '../sealed-api.js';

interface Guidance {
  title: string;
  paragraphs: string[];
}

/**
 * Complaints and denunciations have laws of their own; here they would lose their rights and their secrecy. Law on
 * Complaints 02/2011/QH13: art. 8 (what the form says), 9 (ninety days), 27 (ten days to accept), 28 (thirty days, complicated
 * ones forty-five). Law on Denunciations 25/2018/QH14: art. 24, 30. Both may have been amended since: to be confirmed by a
 * lawyer before use.
 */
const COMPLAINT: Guidance = {
  title: 'Khiếu nại: xin không gửi ở đây',
  paragraphs: [
    'Khiếu nại một quyết định hoặc hành vi hành chính được giải quyết theo Luật Khiếu nại, có thời hiệu và quyền riêng của người khiếu nại. Xin gửi đơn đến chính cơ quan đã ra quyết định hoặc có hành vi đó, hoặc đến Ban Tiếp công dân.',
    'Đơn khiếu nại ghi ngày tháng; họ tên, địa chỉ người khiếu nại; tên, địa chỉ cơ quan, người bị khiếu nại; nội dung, lý do, tài liệu liên quan và yêu cầu giải quyết; người khiếu nại ký tên hoặc điểm chỉ (Điều 8).',
    'Thời hiệu là 90 ngày từ ngày nhận hoặc biết được quyết định, hành vi (Điều 9). Cơ quan có 10 ngày để thụ lý (Điều 27) và giải quyết lần đầu trong 30 ngày từ ngày thụ lý, việc phức tạp không quá 45 ngày (Điều 28). Xin hỏi cơ quan nhận đơn về quy định hiện hành.',
    'Gửi ở đây không làm ngừng và không thay cho thời hiệu khiếu nại.',
  ],
};

const DENUNCIATION: Guidance = {
  title: 'Tố cáo: xin không gửi ở đây',
  paragraphs: [
    'Tố cáo được giải quyết theo Luật Tố cáo, danh tính người tố cáo được giữ bí mật. Xin gửi đến người đứng đầu cơ quan quản lý người bị tố cáo, Thanh tra hoặc Ban Tiếp công dân.',
    'Cơ quan nhận kiểm tra và xử lý ban đầu trong 7 ngày làm việc (Điều 24), giải quyết trong 30 ngày từ ngày thụ lý (Điều 30). Xin hỏi cơ quan nhận về quy định hiện hành.',
    'Biểu mẫu này không giữ bí mật theo cách luật đòi hỏi đối với tố cáo.',
  ],
};

const Note = ({ guidance: { title, paragraphs } }: { guidance: Guidance }) => (
  <div class="note warn">
    <p>
      <strong>{title}</strong>
    </p>
    {paragraphs.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </div>
);

export const ComplaintGuidance = () => <Note guidance={COMPLAINT} />;

export const DenunciationGuidance = () => <Note guidance={DENUNCIATION} />;

/** The way to the sealed lane, where any province takes denunciations; a failure leaves the guidance as it is. */
export const SealedLaneLink = () => {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    sealedApi.lane().then(
      ({ provinces }) => {
        setOpen(provinces.length > 0);
      },
      () => undefined,
    );
  }, []);
  return isOpen ? (
    <p>
      Một số địa phương nhận tố cáo qua kênh niêm phong riêng:{' '}
      <a href="/denounce.html">mở trang gửi tố cáo</a>.
    </p>
  ) : null;
};
