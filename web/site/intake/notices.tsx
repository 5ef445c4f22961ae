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
