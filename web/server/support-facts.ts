import { dateWords, deadlineWords, instantWords } from '../words/dates.js';
import { SUPPORT_HOP_WORDS, SUPPORT_STATE_WORDS } from '../words/support-words.js';
import { markup, type Html } from './markup.js';
import type { SupportView } from './support-views.js';

const files = (support: SupportView): Html | null =>
  support.files.length === 0
    ? null
    : markup`<p>${support.files.map(({ href, label }) => markup`<a href="${href}">${label}</a> `)}</p>`;

const support = (view: SupportView, now: string): Html => markup`
<li><strong>${view.holderName}</strong>
<p><span class="tag${view.isOpen && view.dueBy.at <= now ? ' warn' : ''}">${SUPPORT_STATE_WORDS[view.state]}</span>
${view.isOpen ? markup`Hạn trả lời: ${deadlineWords(view.dueBy, now)}` : null}
${view.requestedUntil === null ? null : markup`<span class="tag warn">Đề nghị gia hạn đến hết ngày ${dateWords(view.requestedUntil)}, chờ đơn vị trả lời</span>`}
${view.endedAt === null ? null : markup`Lúc ${instantWords(view.endedAt)}`}</p>
${view.hops.length < 2 ? null : markup`<ul>${view.hops.map(({ at, kind, toName }) => markup`<li>${SUPPORT_HOP_WORDS[kind]}: ${toName}, ${instantWords(at)}</li>`)}</ul>`}
${files(view)}</li>`;

/** Who was asked to contribute, who holds it, until when, and what became of it; the answers stand in the history below. */
export const renderSupports = ({ supports, now }: { supports: SupportView[]; now: string }): Html | null =>
  supports.length === 0
    ? null
    : markup`
<section aria-labelledby="supports-title">
<h2 id="supports-title">Đơn vị được đề nghị phối hợp</h2>
<ul class="supports">${supports.map((each) => support(each, now))}</ul>
</section>`;
