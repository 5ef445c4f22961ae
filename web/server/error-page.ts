import { markup } from './markup.js';
import { renderPage } from './page.js';
import type { ErrorPageView } from './views.js';

/** A failure that is not the reader's field error: refused origin, too large, ours. */
export const renderErrorPage = ({ title, message, requestId }: ErrorPageView): string =>
  renderPage({
    title,
    content: markup`
<section aria-labelledby="error-title">
<h1 id="error-title">${title}</h1>
<p>${message}</p>
${requestId === null ? null : markup`<p class="lead">Mã tra cứu lỗi: <span class="code">${requestId}</span></p>`}
</section>`,
  });
