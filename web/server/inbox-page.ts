import { instantWords } from '../words/dates.js';
import { markup, raw, type Html } from './markup.js';
import { STYLE } from './style.js';
import type { InboxMailView, InboxMessageView } from './views.js';

type Attachment = NonNullable<InboxMailView['attachments']>[number];

const URL_PATTERN = /(https?:\/\/[^\s<>"']+)/g;

/** Links in a framed mail open beside the inbox: our pages refuse to be framed. */
const NEW_TAB = '<base target="_blank">';

/** Text with its addresses as links; everything else escaped. */
const linked = (text: string): Html[] =>
  text
    .split(URL_PATTERN)
    .map((part, i) => (i % 2 === 1 ? markup`<a href="${part}">${part}</a>` : markup`${part}`));

/** To be looked at and, from the address of the link, to be saved and opened in a calendar. */
const attachment = ({ fileName, contentType, content }: Attachment): Html => markup`
<details><summary>Tệp đính kèm: ${fileName}</summary><p><a download="${fileName}" href="data:${contentType.replaceAll(' ', '')},${encodeURIComponent(content)}">Tải về</a></p><pre>${content}</pre></details>`;

const mail = (
  { at, to, subject, text, html: body, attachments = [] }: InboxMailView,
  i: number,
): Html => markup`
<section aria-labelledby="mail-${i}">
<h2 id="mail-${i}">${subject}</h2>
<p class="lead">Đến ${to} · ${instantWords(at)}</p>
<p class="quote">${linked(text)}</p>
${
  body === ''
    ? null
    : markup`<details><summary>Xem bản HTML</summary><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${NEW_TAB + body}" title="Thư ${i + 1} dạng HTML" width="100%" height="480"></iframe></details>`
}
${attachments.map(attachment)}
</section>`;

const CHANNEL_WORDS = { sms: 'SMS', zalo: 'Zalo' } as const;

const message = ({ at, to, channel, text }: InboxMessageView): Html => markup`
<li><p class="lead">${CHANNEL_WORDS[channel]} đến ${to} · ${instantWords(at)}</p>
<p class="quote">${linked(text)}</p></li>`;

const messageList = (messages: readonly InboxMessageView[]): Html | null =>
  messages.length === 0
    ? null
    : markup`<section aria-labelledby="messages">
<h2 id="messages">${messages.length} tin nhắn</h2>
<ul>${[...messages].reverse().map(message)}</ul>
</section>`;

/** The mails and messages that left the system, newest first. Exists on one's own machine only. */
export const renderInbox = (
  mails: readonly InboxMailView[],
  messages: readonly InboxMessageView[] = [],
): string =>
  markup`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hộp thư thử (${mails.length}) · Kiến nghị</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="top"><p><strong>Hộp thư thử</strong><span>Các thư và tin nhắn mà hệ thống đã gửi trên máy này. Tải lại trang để xem thư mới.</span></p></header>
<main id="main">
<h1>${mails.length === 0 ? 'Chưa có thư nào' : `${mails.length} thư`}</h1>
${messageList(messages)}
${[...mails].reverse().map(mail)}
</main>
</body>
</html>`.markup;
