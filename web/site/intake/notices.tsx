/** Danger first: this form is nobody's emergency line. */
export const EmergencyNotice = () => (
  <section class="card emergency" aria-labelledby="emergency-title">
    <h2 id="emergency-title">Đang nguy hiểm? Hãy gọi ngay, đừng điền biểu mẫu</h2>
    <ul class="numbers">
      <li>
        Công an <a href="tel:113">113</a>
      </li>
      <li>
        Cứu hỏa, cứu nạn <a href="tel:114">114</a>
      </li>
      <li>
        Cấp cứu y tế <a href="tel:115">115</a>
      </li>
    </ul>
  </section>
);

/** Complaints and denunciations have laws of their own; here they would lose their rights and their secrecy. */
export const OtherTracks = () => (
  <details>
    <summary>Khiếu nại, tố cáo: xin không gửi ở đây</summary>
    <p>
      <strong>Khiếu nại</strong> một quyết định hoặc hành vi hành chính (xử phạt, thu hồi đất, từ chối hồ sơ…)
      được giải quyết theo Luật Khiếu nại: gửi đơn đến chính cơ quan đã ra quyết định, hoặc Ban Tiếp công dân.
    </p>
    <p>
      <strong>Tố cáo</strong> người có hành vi vi phạm pháp luật được giải quyết theo Luật Tố cáo, danh tính
      được giữ bí mật: gửi đến người đứng đầu cơ quan quản lý người bị tố cáo, Thanh tra hoặc Ban Tiếp công
      dân.
    </p>
  </details>
);
