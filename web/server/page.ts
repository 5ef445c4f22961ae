import { markup, raw, type Html } from './markup.js';
import { STYLE } from './style.js';

/** A whole document around the content of a page. */
export const renderPage = ({ title, content }: { title: string; content: Html }): string =>
  markup`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Kiến nghị</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Đến nội dung chính</a>
<header class="top"><p><strong>Kiến nghị</strong><span>Tiếp nhận, chuyển và theo dõi kiến nghị của người dân</span></p></header>
<main id="main" tabindex="-1">
${content}
</main>
<footer class="foot"><p>Trang dành cho đơn vị được giao giải quyết. Xin không chuyển tiếp đường dẫn này cho người ngoài đơn vị.</p></footer>
</body>
</html>`.markup;
