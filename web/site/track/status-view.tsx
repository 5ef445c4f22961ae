import { codeWords } from '../../words/code.js';
import { dateWords, instantWords } from '../../words/dates.js';
import { groundBasisWords } from '../../words/ground-basis.js';
import {
  ACT_OF_WORKFLOW,
  groundWords,
  HOP_WORDS,
  OUTCOME_WORDS,
  SIGNED_FILE,
  signedFileWords,
  STATUS_WORDS,
  trackWords,
} from '../../words/labels.js';
import { SUPPORT_TRACK_WORDS } from '../../words/support-words.js';
import type { TrackedStatus } from '../api.js';
import { Facts } from '../ui/facts.js';
import { Matters } from './matters.js';
import { ResidentForms } from './resident-forms.js';
import { SignedFileForm } from './signed-file-form.js';
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
  if ((status.matters ?? []).length > 0) return 'Mỗi vụ việc có hạn trả lời riêng, ghi ở dưới';
  if (dueAt === null) return 'Không tính thời hạn: được ghi nhận, chuyển đến nơi có trách nhiệm và theo dõi';
  const notes = [
    ...daysWords(status),
    ...(provisional ? ['tạm tính theo lịch làm việc chưa chính thức'] : []),
  ];
  return `${instantWords(dueAt)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
};

/** An answer of an earlier release of the API names no supporters. */
const supportWords = ({ supports = [] }: Partial<TrackedStatus>): string | null =>
  supports.length === 0
    ? null
    : supports.map(({ agency, state }) => `${agency}: ${SUPPORT_TRACK_WORDS[state]}`).join('; ');

const Answer = ({ status, secret }: { status: TrackedStatus; secret: string }) => {
  const { outcome, feedbackUntil } = status;
  if (outcome === null) return null;
  return (
    <section class="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{OUTCOME_WORDS[outcome.kind]}</h2>
      {outcome.answer === null ? null : <p class="quote">{outcome.answer}</p>}
      <Facts
        rows={[
          ['Đơn vị trả lời', outcome.agencyName],
          ['Trả lời lúc', instantWords(outcome.at)],
          ['Căn cứ không thụ lý', outcome.ground === null ? null : groundWords(outcome.ground)],
          ['Cơ sở của căn cứ', outcome.ground === null ? null : groundBasisWords(outcome.ground)],
          ['Thủ tục', outcome.track === null ? null : trackWords(outcome.track)],
          ['Số, ký hiệu văn bản', outcome.documentNo],
          [SIGNED_FILE, outcome.signedFile == null ? null : signedFileWords(outcome.signedFile)],
          ['Phản hồi chậm nhất', feedbackUntil === null ? null : instantWords(feedbackUntil)],
        ]}
      />
      {outcome.signedFile == null ? null : <SignedFileForm status={status} secret={secret} />}
      <p class="hint">{ACT_OF_WORKFLOW}</p>
    </section>
  );
};

const MOVE_WORDS: Record<TrackedStatus['dateMoves'][number]['kind'], string> = {
  extended: 'Gia hạn giải quyết',
  approved: 'Cấp trên đồng ý gia hạn',
  directed: 'Cấp trên ấn định ngày giải quyết',
};

interface Step {
  at: string;
  title: string | null;
  words: string;
}

const stepsOf = ({ hops, dateMoves, mergedAt }: TrackedStatus): Step[] => {
  const merged: Step[] =
    mergedAt === null
      ? []
      : [
          {
            at: mergedAt,
            title: 'Gộp với kiến nghị cùng nội dung',
            words: 'Mã kiến nghị và phiếu tiếp nhận vẫn dùng được; nội dung trả lời là chung.',
          },
        ];
  const moved = dateMoves.map(({ at, kind, from, to }): Step => ({
    at,
    title: null,
    words: `${MOVE_WORDS[kind]}: từ ${dateWords(from)} sang ${dateWords(to)}`,
  }));
  const steps = hops.map(({ at, kind, toName }): Step => ({ at, title: toName, words: HOP_WORDS[kind] }));
  return [...steps, ...moved, ...merged].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const Hops = ({ status }: { status: TrackedStatus }) => (
  <section class="card" aria-labelledby="hops-title">
    <h2 id="hops-title">Kiến nghị đã đi qua</h2>
    <ol class="steps">
      <li>
        <time dateTime={status.receivedAt}>{instantWords(status.receivedAt)}</time>
        Tiếp nhận kiến nghị
      </li>
      {stepsOf(status).map(({ at, title, words }) => (
        <li key={at + words}>
          <time dateTime={at}>{instantWords(at)}</time>
          {title === null ? null : (
            <>
              <strong>{title}</strong>
              <br />
            </>
          )}
          {words}
        </li>
      ))}
      {status.outcome === null ? null : (
        <li>
          <time dateTime={status.outcome.at}>{instantWords(status.outcome.at)}</time>
          {OUTCOME_WORDS[status.outcome.kind]}
        </li>
      )}
      {status.closedAt === null ? null : (
        <li>
          <time dateTime={status.closedAt}>{instantWords(status.closedAt)}</time>
          {status.status === 'WITHDRAWN' ? 'Người dân rút kiến nghị' : 'Kết thúc'}
        </li>
      )}
    </ol>
  </section>
);

/** Categories under which it was before, where it was classified anew; null where it never was. */
const formerly = ({ reclassifications = [] }: TrackedStatus): string | null => {
  const moved = reclassifications.filter(({ fromLabel, toLabel }) => fromLabel !== toLabel);
  return moved.length === 0
    ? null
    : moved.map(({ at, fromLabel }) => `${fromLabel} (đến ${instantWords(at)})`).join('; ');
};

/** Where a petition is: no person, no text but the agency's own answer. */
export const StatusView = ({
  status,
  secret,
  onHeard,
}: {
  status: TrackedStatus;
  secret: string;
  onHeard: () => void;
}) => (
  <>
    <section class="card">
      <FocusedHeading>{STATUS_WORDS[status.status]}</FocusedHeading>
      <p class="lead">
        Kiến nghị <span class="code">{codeWords(status.code)}</span> <LateTag status={status} />
      </p>
      <Facts
        rows={[
          ['Loại việc', status.categoryLabel],
          ['Loại việc trước đây', formerly(status)],
          ['Đơn vị đang xử lý', status.holder?.name ?? null],
          ['Tiếp nhận lúc', instantWords(status.receivedAt)],
          ['Hạn trả lời', dueWords(status)],
          ['Đơn vị phối hợp', supportWords(status)],
          ['Đơn vị cam kết xong trước', status.commitment === null ? null : instantWords(status.commitment)],
        ]}
      />
    </section>
    <Matters matters={status.matters ?? []} />
    <Answer status={status} secret={secret} />
    <ResidentForms status={status} secret={secret} onHeard={onHeard} />
    <Hops status={status} />
  </>
);
