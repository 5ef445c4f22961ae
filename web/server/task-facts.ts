import { isAnonymous } from '../../core/petition/anonymous.js';
import type { Person } from '../../core/ports/vault.js';
import { codeWords } from '../words/code.js';
import { deadlineWords, instantWords } from '../words/dates.js';
import { HOP_WORDS, STATUS_WORDS, SUBMITTER_WORDS } from '../words/labels.js';
import { markup, type Html } from './markup.js';
import { renderInsideNotes } from './inside-notes.js';
import { renderSuperiorNotes } from './superior-notes.js';
import type { DeadlineView, TaskPageView } from './views.js';

const fact = (term: string, value: Html | string | null): Html | null =>
  value === null ? null : markup`<dt>${term}</dt><dd>${value}</dd>`;

const deadline = (view: DeadlineView | null, now: string): Html | null =>
  view === null
    ? null
    : markup`<span class="${view.at <= now ? 'late' : 'on-time'}">${deadlineWords(view, now)}</span>`;

const pointWords = (point: TaskPageView['point']): string | null =>
  point === null ? null : `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`;

const tags = (view: TaskPageView): Html => {
  const dueAt = view.resolveBy?.at ?? null;
  return markup`<p><span class="tag">${STATUS_WORDS[view.status]}</span>
${view.isUrgent ? markup`<span class="tag warn">Việc khẩn</span>` : null}
${dueAt !== null && dueAt <= view.now ? markup`<span class="tag warn">Quá hạn giải quyết</span>` : null}</p>`;
};

/** Title, state and deadlines: what a hurried reader needs. */
export const renderHeading = (view: TaskPageView): Html => markup`
<h1>${view.categoryLabel}</h1>
<p class="lead">Mã kiến nghị <span class="code">${codeWords(view.code)}</span></p>
${tags(view)}
<section aria-labelledby="terms-title">
<h2 id="terms-title">Đơn vị giải quyết và thời hạn</h2>
<dl class="facts">
${fact('Đơn vị đang giữ', view.holderName)}
${fact('Đơn vị phối hợp', view.supportNames.length === 0 ? null : view.supportNames.join('; '))}
${view.acceptedAt === null ? fact('Hạn nhận việc', deadline(view.acceptBy, view.now)) : fact('Nhận việc lúc', instantWords(view.acceptedAt))}
${fact('Hạn giải quyết', deadline(view.resolveBy, view.now))}
${fact('Ngày theo dõi lại', view.followUpAt === null ? null : `${instantWords(view.followUpAt.at)}; không tính quá hạn`)}
</dl>
${view.isTriage ? markup`<p class="note">Chưa có quy tắc hoặc địa điểm đủ rõ để tự xác định đơn vị. Xin bàn tiếp nhận xác minh rồi chuyển đến đơn vị có thẩm quyền.</p>` : null}
${view.isLastOwner ? markup`<p class="note">Đơn vị là cấp quyết định cuối cùng: kiến nghị không chuyển lên được nữa.</p>` : null}
${renderSuperiorNotes(view.superior, view.now)}
${renderInsideNotes(view.inside, view.resolveBy?.at ?? null)}
</section>`;

/** What every unit that works on a petition reads of it. */
type PetitionFacts = Pick<
  TaskPageView,
  | 'description'
  | 'placeName'
  | 'address'
  | 'point'
  | 'receivedAt'
  | 'photos'
  | 'submitter'
  | 'people'
  | 'matter'
>;

const photos = (view: PetitionFacts): Html | null =>
  view.photos.length === 0
    ? null
    : markup`<h3>Ảnh kèm theo</h3>
<ul class="photos">${view.photos.map(({ href, label }) => markup`<li><a href="${href}"><img src="${href}" alt="${label}" width="144" height="144" loading="lazy"></a></li>`)}</ul>`;

const personWords = ({ name, phone, isContact }: Person): string =>
  [name, ...(phone === null ? [] : [phone]), ...(isContact === true ? ['người liên hệ của nhóm'] : [])].join(
    ', ',
  );

const contact = ({ submitter, people }: PetitionFacts): Html => {
  if (submitter !== null && isAnonymous(submitter.kind))
    return markup`<p class="note">Người gửi không nêu tên và không để lại liên hệ. Nội dung trả lời được đăng trên trang tra cứu theo mã.</p>`;
  return submitter === null
    ? markup`<p class="note">Với loại việc này, họ tên và liên hệ của người gửi được giữ kín với đơn vị giải quyết, để người dân phản ánh mà không ngại bị gây khó khăn. Nội dung trả lời vẫn được gửi đến người gửi.</p>`
    : markup`<details><summary>Liên hệ người gửi</summary>
<p class="hint">Chỉ dùng khi cần hỏi thêm để giải quyết. Không sao chép, không cung cấp cho người khác.</p>
<dl class="facts">
${fact('Người gửi', `${submitter.name} (${SUBMITTER_WORDS[submitter.kind] ?? submitter.kind})`)}
${fact('Điện thoại', submitter.phone === null ? 'Không để lại' : markup`<a href="tel:${submitter.phone.replace(/[^+\d]/g, '')}">${submitter.phone}</a>`)}
${fact('Số người cùng kiến nghị', people == null ? null : String(people))}
${fact('Gửi thay cho', submitter.onBehalfOf === undefined ? null : personWords(submitter.onBehalfOf))}
${fact('Người đại diện', submitter.representatives === undefined ? null : submitter.representatives.map(personWords).join('; '))}
</dl></details>`;
};

/** What the petition says, and where. */
export const renderPetition = (view: PetitionFacts): Html => markup`
<section aria-labelledby="petition-title">
<h2 id="petition-title">Nội dung kiến nghị</h2>
<p class="quote">${view.description}</p>
<dl class="facts">
${fact('Phường, xã', view.placeName ?? 'Chưa xác định')}
${fact('Địa chỉ, vị trí', view.address)}
${fact('Tọa độ', pointWords(view.point))}
${fact('Tiếp nhận lúc', instantWords(view.receivedAt))}
${fact('Thuộc', view.matter ?? null)}
</dl>
${photos(view)}
${contact(view)}
</section>`;

const REMARK_WORDS: Record<string, string> = {
  TaskAccepted: 'Ghi khi nhận việc',
  ProgressNoted: 'Tiến độ',
  PetitionTransferred: 'Lý do chuyển đơn vị',
  BeyondCompetenceDeclared: 'Lý do vượt thẩm quyền',
  DeadlineExtended: 'Lý do gia hạn',
  SupportRequested: 'Đề nghị phối hợp',
  SupportAccepted: 'Đơn vị phối hợp ghi khi nhận',
  SupportNoted: 'Tiến độ của đơn vị phối hợp',
  SupportAnswered: 'Trả lời của đơn vị phối hợp',
  SupportTransferred: 'Lý do chuyển đơn vị phối hợp',
  SupportExtensionRequested: 'Đơn vị phối hợp đề nghị gia hạn',
  SupportExtensionAllowed: 'Đồng ý gia hạn cho đơn vị phối hợp',
  SupportExtensionRefused: 'Không đồng ý gia hạn cho đơn vị phối hợp',
  SupportEnded: 'Lý do dừng đề nghị phối hợp',
  SiteVisitProposed: 'Mời khảo sát hiện trường',
  ArbitrationRequested: 'Vì sao đề nghị cấp trên quyết định',
  PetitionDirected: 'Ý kiến chỉ đạo của cấp trên',
  ExtensionRequested: 'Lý do đề nghị gia hạn',
  ExtensionApproved: 'Cấp trên đồng ý gia hạn',
  ExtensionRefused: 'Cấp trên không đồng ý gia hạn',
  CommitmentMade: 'Tiến độ và cam kết',
  PetitionReclassified: 'Lý do phân loại lại',
  PetitionSplit: 'Lý do tách vụ việc',
  DuplicateLinked: 'Lý do gộp',
  DuplicateUnlinked: 'Lý do bỏ gộp',
  TaskAssigned: 'Giao trong đơn vị',
  AnswerProposed: 'Dự thảo trình phê duyệt',
  AnswerReturned: 'Chưa phê duyệt, trả lại',
};

interface Step {
  at: string;
  title: string;
  text: string | null;
}

const stepsOf = (view: TaskPageView): Step[] => {
  const hops = view.hops.map(({ at, kind, toName }): Step => ({
    at,
    title: `${HOP_WORDS[kind]}: ${toName}`,
    text: null,
  }));
  const remarks = view.remarks.map(({ at, type, text }): Step => ({
    at,
    title: REMARK_WORDS[type] ?? 'Ghi chú',
    text,
  }));
  return [...hops, ...remarks].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/** Why this unit, and what has happened so far. */
export const renderHistory = (view: TaskPageView): Html => markup`
<section aria-labelledby="history-title">
<h2 id="history-title">Quá trình xử lý</h2>
<ol class="steps">
<li><time datetime="${view.receivedAt}">${instantWords(view.receivedAt)}</time>Tiếp nhận kiến nghị</li>
${stepsOf(view).map(({ at, title, text }) => markup`<li><time datetime="${at}">${instantWords(at)}</time>${title}${text === null ? null : markup`<p class="quote">${text}</p>`}</li>`)}
</ol>
<details><summary>Vì sao giao cho đơn vị này</summary>
<p>${view.rule.reason}</p>
<dl class="facts">
${fact('Căn cứ', view.rule.basis === '' ? 'Chưa ghi căn cứ' : view.rule.basis)}
${fact('Quy tắc', view.rule.id)}
${fact('Mức tin cậy', view.rule.status === 'sourced' ? 'Có nguồn đối chiếu' : 'Giả định, chờ địa phương xác nhận')}
</dl></details>
</section>`;
