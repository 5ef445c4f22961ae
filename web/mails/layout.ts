import { markup, type Html } from '../server/markup.js';
import type { MailContent, RenderedMail } from './views.js';

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif';
const BODY = `margin:0;padding:24px 16px;background:#f3f5f7;color:#17212b;${FONT};font-size:17px;line-height:1.55`;
const CARD =
  'max-width:560px;margin:0 auto;background:#ffffff;border-top:6px solid #0b4f86;padding:24px 20px';
const BUTTON =
  'display:inline-block;padding:14px 24px;background:#0b4f86;color:#ffffff;font-weight:600;text-decoration:none;border-radius:6px';
const QUOTE = 'white-space:pre-wrap;border-left:4px solid #0b4f86;padding:4px 0 4px 14px;margin:0 0 16px';
const SMALL = 'font-size:14px;color:#4c5965;margin:0 0 8px';
const PARAGRAPH = 'margin:0 0 14px';

const paragraphs = (lines: readonly string[]): Html[] =>
  lines.map((line) => markup`<p style="${PARAGRAPH}">${line}</p>`);

/** The button, and the bare address below it: some readers show no buttons, some people copy. */
const action = (wanted: MailContent['action']): Html | null =>
  wanted === null
    ? null
    : markup`<p style="margin:20px 0 10px"><a href="${wanted.url}" style="${BUTTON}">${wanted.label}</a></p>
<p style="${SMALL};overflow-wrap:anywhere">Hoặc mở: <a href="${wanted.url}" style="color:#0b4f86">${wanted.url}</a></p>`;

const asHtml = (mail: MailContent): string =>
  markup`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${mail.subject}</title></head>
<body style="${BODY}">
<div style="${CARD}">
<p style="${PARAGRAPH}">${mail.greeting}</p>
${paragraphs(mail.paragraphs)}
${mail.quote === null ? null : markup`<p style="${QUOTE}">${mail.quote}</p>`}
${mail.facts.map(([term, value]) => markup`<p style="margin:0 0 6px"><span style="color:#4c5965">${term}:</span> <strong>${value}</strong></p>`)}
${paragraphs(mail.closing)}
${action(mail.action)}
${mail.footnotes.map((line) => markup`<p style="${SMALL}">${line}</p>`)}
</div>
</body>
</html>`.markup;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

const asText = (mail: MailContent): string =>
  [
    mail.greeting,
    ...mail.paragraphs,
    mail.quote === null ? '' : indented(mail.quote),
    mail.facts.map(([term, value]) => `${term}: ${value}`).join('\n'),
    ...mail.closing,
    mail.action === null ? '' : `${mail.action.label}:\n${mail.action.url}`,
    mail.footnotes.length === 0 ? '' : ['--', ...mail.footnotes].join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');

/** One content as text and as HTML; the subject on one line whatever it is made of. */
export const layOutMail = (mail: MailContent): RenderedMail => ({
  subject: mail.subject.replace(/\s+/g, ' ').trim(),
  text: `${asText(mail)}\n`,
  html: asHtml(mail),
});
