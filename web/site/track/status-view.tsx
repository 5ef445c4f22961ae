import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { groundWords, HOP_WORDS, STATUS_WORDS } from '../../words/labels.js';
import type { TrackedStatus } from '../api.js';
import { Facts } from '../ui/facts.js';
import { FocusedHeading } from '../ui/focused-heading.js';

/** Only what the API says is late is late: the reader's clock decides nothing. */
const LateTag = ({ status }: { status: TrackedStatus }) => {
  if (!status.late) return null;
  const isDecided = status.outcome !== null;
  return <span class="tag warn">{isDecided ? 'Đã trả lời sau hạn' : 'Quá hạn trả lời'}</span>;
};

const daysWords = ({ late, workingDays }: TrackedStatus): string[] =>
  workingDays === null || workingDays === 0
    ? []
    : [`${late ? 'quá hạn' : 'còn'} ${workingDays} ngày làm việc`];

const dueWords = (status: TrackedStatus): string => {
  const { dueAt, provisional } = status;
  if (dueAt === null) return 'Không tính thời hạn: được ghi nhận, chuyển đến nơi có trách nhiệm và theo dõi';
  const notes = [
    ...daysWords(status),
    ...(provisional ? ['tạm tính theo lịch làm việc chưa chính thức'] : []),
  ];
  return `${instantWords(dueAt)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
};

const Answer = ({ status }: { status: TrackedStatus }) => {
  const { outcome, feedbackUntil } = status;
  if (outcome === null) return null;
  return (
    <section class="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{outcome.kind === 'resolved' ? 'Nội dung trả lời' : 'Lý do không thụ lý'}</h2>
      {outcome.answer === null ? null : <p class="quote">{outcome.answer}</p>}
      <Facts
        rows={[
          ['Đơn vị trả lời', outcome.agencyName],
          ['Trả lời lúc', instantWords(outcome.at)],
          ['Căn cứ không thụ lý', outcome.ground === null ? null : groundWords(outcome.ground)],
          ['Số, ký hiệu văn bản', outcome.documentNo],
          ['Phản hồi chậm nhất', feedbackUntil === null ? null : instantWords(feedbackUntil)],
        ]}
      />
      {status.closedAt === null ? (
        <p class="note">
          Chưa thỏa đáng? Xin báo bàn tiếp nhận của phường, xã và nêu mã kiến nghị trước khi hết thời gian
          phản hồi.
        </p>
      ) : null}
    </section>
  );
};

const Hops = ({ status }: { status: TrackedStatus }) => (
  <section class="card" aria-labelledby="hops-title">
    <h2 id="hops-title">Kiến nghị đã đi qua</h2>
    <ol class="steps">
      <li>
        <time dateTime={status.receivedAt}>{instantWords(status.receivedAt)}</time>
        Tiếp nhận kiến nghị
      </li>
      {status.hops.map(({ at, kind, toName }) => (
        <li key={at + kind}>
          <time dateTime={at}>{instantWords(at)}</time>
          <strong>{toName}</strong>
          <br />
          {HOP_WORDS[kind]}
        </li>
      ))}
      {status.outcome === null ? null : (
        <li>
          <time dateTime={status.outcome.at}>{instantWords(status.outcome.at)}</time>
          {status.outcome.kind === 'resolved' ? 'Đã trả lời' : 'Không thụ lý, có nêu lý do'}
        </li>
      )}
      {status.closedAt === null ? null : (
        <li>
          <time dateTime={status.closedAt}>{instantWords(status.closedAt)}</time>
          Kết thúc
        </li>
      )}
    </ol>
  </section>
);

/** Where a petition is: no person, no text but the agency's own answer. */
export const StatusView = ({ status }: { status: TrackedStatus }) => (
  <>
    <section class="card">
      <FocusedHeading>{STATUS_WORDS[status.status]}</FocusedHeading>
      <p class="lead">
        Kiến nghị <span class="code">{codeWords(status.code)}</span> <LateTag status={status} />
      </p>
      <Facts
        rows={[
          ['Loại việc', status.categoryLabel],
          ['Đơn vị đang xử lý', status.holder?.name ?? null],
          ['Tiếp nhận lúc', instantWords(status.receivedAt)],
          ['Hạn trả lời', dueWords(status)],
        ]}
      />
    </section>
    <Answer status={status} />
    <Hops status={status} />
  </>
);
