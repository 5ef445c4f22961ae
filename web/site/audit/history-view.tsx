import { useEffect, useState } from 'preact/hooks';
import type { ListedPetition } from '../../../core/ports/audit.js';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { api, type HistoryEvent, type PetitionRecord, type Verification } from '../api.js';
import { BackToList } from '../ui/buttons.js';
import { Failure } from '../ui/failure.js';
import { FocusedHeading } from '../ui/focused-heading.js';
import { actorWords, eventWords } from './event-words.js';
import { RecordAt } from './record-at.js';
import { RecordFacts } from './record-facts.js';
import { VerificationNote } from './verification-note.js';
import { verifyHistory, type Verdict } from './verify-history.js';

type Read =
  | { kind: 'reading' }
  | { kind: 'failed'; error: unknown }
  | {
      kind: 'read';
      record: PetitionRecord;
      events: HistoryEvent[];
      verdict: Verdict;
      verification: Verification;
    };

const useHistory = (token: string, id: string): Read => {
  const [read, setRead] = useState<Read>({ kind: 'reading' });
  useEffect(() => {
    const load = async (): Promise<Read> => {
      const [record, { events }, verification] = await Promise.all([
        api.auditPetition(token, id),
        api.auditHistory(token, id),
        api.auditVerification(token, id),
      ]);
      return { kind: 'read', record, events, verification, verdict: await verifyHistory(events) };
    };
    load().then(setRead, (error: unknown) => {
      setRead({ kind: 'failed', error });
    });
  }, [token, id]);
  return read;
};

const verdictWords = ({ isChained, matching }: Verdict, count: number): string => {
  if (!isChained) return 'Chuỗi bị đứt: có sự kiện thiếu, thừa hoặc sai thứ tự.';
  if (matching === null) return 'Chuỗi liền mạch. Trình duyệt này không tính lại được mã băm.';
  return matching === count
    ? `Chuỗi liền mạch; trình duyệt đã tính lại mã băm của ${count} sự kiện, tất cả đều khớp.`
    : `Chỉ ${matching}/${count} sự kiện khớp mã băm: nội dung đã bị thay đổi.`;
};

const EventItem = ({ event }: { event: HistoryEvent }) => (
  <li>
    <time dateTime={event.at}>
      {event.seq}. {instantWords(event.at)}
    </time>
    <strong>{eventWords(event.type)}</strong> · {actorWords(event.actor)}
    <details>
      <summary>Dữ liệu và mã băm</summary>
      <pre>{JSON.stringify(event.data, null, 2)}</pre>
      <p class="hash">
        trước: {event.prevHash}
        <br />
        sự kiện: {event.hash}
      </p>
    </details>
  </li>
);

const History = ({ events, verdict }: { events: HistoryEvent[]; verdict: Verdict }) => {
  const isBroken = !verdict.isChained || (verdict.matching !== null && verdict.matching < events.length);
  return (
    <>
      <p class={isBroken ? 'note warn' : 'note'} role="status">
        {verdictWords(verdict, events.length)}
      </p>
      <ol class="steps">
        {events.map((event) => (
          <EventItem key={event.seq} event={event} />
        ))}
      </ol>
    </>
  );
};

/** One petition with everything that ever happened to it. */
export const HistoryView = ({
  token,
  item,
  back,
}: {
  token: string;
  item: ListedPetition;
  back: () => void;
}) => {
  const read = useHistory(token, item.id);
  return (
    <section class="card">
      <p class="no-print">
        <BackToList back={back} />
      </p>
      <FocusedHeading level="h2">
        Lịch sử <span class="code">{codeWords(item.code)}</span>
      </FocusedHeading>
      {read.kind === 'failed' ? <Failure error={read.error} /> : null}
      {read.kind === 'read' ? (
        <>
          <RecordFacts record={read.record} />
          <RecordAt token={token} id={item.id} />
          <VerificationNote verification={read.verification} />
          <History events={read.events} verdict={read.verdict} />
          <details>
            <summary>Bản ghi hiện tại</summary>
            <pre>{JSON.stringify(read.record, null, 2)}</pre>
          </details>
        </>
      ) : null}
    </section>
  );
};
