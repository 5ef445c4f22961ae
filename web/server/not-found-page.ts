import { markup } from './markup.js';
import { renderPage } from './page.js';

/** An unknown link. Says nothing about petitions: whoever tries links learns nothing. */
export const renderNotFoundPage = (): string =>
  renderPage({
    title: 'Không tìm thấy trang',
    content: markup`
<section aria-labelledby="missing-title">
<h1 id="missing-title">Không tìm thấy trang</h1>
<p>Đường dẫn không đúng hoặc bị thiếu ký tự. Xin mở lại từ thư đã nhận; nếu sao chép, xin chép trọn đường dẫn.</p>
<p><a href="/track.html">Theo dõi kiến nghị bằng mã</a></p>
</section>`,
  });
