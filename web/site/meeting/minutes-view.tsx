import { useEffect, useState } from 'preact/hooks';
import { codeWords } from '../../words/code.js';
import { dateWords, dayWords, instantWords } from '../../words/dates.js';
import { MEETING_WORDS, OUTCOME_WORDS, STATUS_WORDS } from '../../words/labels.js';
import { api, type MeetingReceipt, type Minutes, type MinutesItem } from '../api.js';
import { PrintButton } from '../ui/buttons.js';
import { DuplicateSearch } from '../ui/duplicate-search.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { FocusedHeading } from '../ui/focused-heading.js';
import { ScrollTable } from '../ui/scroll-table.js';

const outcomeWords = ({ outcome }: MinutesItem): string => {
  if (outcome === null) return '';
  const kind = (OUTCOME_WORDS as Record<string, string | undefined>)[outcome.kind] ?? outcome.kind;
  return `${kind} của ${outcome.agencyName}, ngày ${dateWords(outcome.at)}.`;
};

const dueWords = ({ dueAt, followUpAt }: MinutesItem): string => {
  if (dueAt !== null) return instantWords(dueAt);
  return followUpAt === null ? 'Không tính' : `Theo dõi lại ${dateWords(followUpAt)}`;
};

const HEADS = ['TT', 'Mã', 'Loại việc', 'Đơn vị giải quyết', 'Hạn trả lời', 'Kết quả'];

const Item = ({ item, no }: { item: MinutesItem | null; no: number }) =>
  item === null ? (
    <tr>
      <th scope="row">{no}</th>
      <td colSpan={HEADS.length - 1}>Chưa ghi xong. Xin gửi lại đúng nội dung cuộc họp này.</td>
    </tr>
  ) : (
    <tr>
      <th scope="row">{no}</th>
      <td class="code">{codeWords(item.code)}</td>
      <td>{item.categoryLabel}</td>
      <td>{item.holder?.name ?? 'Đang xác định'}</td>
      <td>{dueWords(item)}</td>
      <td>
        {STATUS_WORDS[item.status]} {item.late ? <span class="tag warn">Quá hạn</span> : null}{' '}
        {item.duplicateOf == null ? '' : `Cùng nội dung với ${codeWords(item.duplicateOf)}. `}
        {outcomeWords(item)}
      </td>
    </tr>
  );

const Results = ({ items }: { items: Minutes['items'] }) =>
  items.length === 0 ? (
    <p class="note">Cuộc họp không có kiến nghị nào.</p>
  ) : (
    <ScrollTable label="Bảng kết quả" heads={HEADS}>
      {items.map((item, i) => (
        <Item key={i} item={item} no={i + 1} />
      ))}
    </ScrollTable>
  );

/** Handed out once, right after the meeting was recorded: whoever has the secret can answer and withdraw. */
const Receipts = ({ receipts }: { receipts: MeetingReceipt['items'] }) => (
  <details class="no-print">
    <summary>Mã bí mật để trao cho người nêu ý kiến</summary>
    <ol>
      {receipts.map(({ code, secret }) => (
        <li key={code}>
          <span class="code">{codeWords(code)}</span>: <span class="code">{secret}</span>
        </li>
      ))}
    </ol>
  </details>
);

const MeetingHead = ({ minutes }: { minutes: Minutes }) => (
  <Facts
    rows={[
      ['Loại cuộc họp', MEETING_WORDS[minutes.kind]],
      ['Ngày họp', dayWords(minutes.heldOn)],
      ['Nơi họp', minutes.placeName ?? 'Chưa xác định'],
      ['Cơ quan chủ trì (mã)', minutes.receivedBy],
      ['Số kiến nghị', String(minutes.items.length)],
      ['Ghi vào hệ thống', instantWords(minutes.enteredAt)],
      ['Tình trạng', minutes.status === 'RECORDED' ? 'Đã ghi xong' : 'Đang ghi dở'],
    ]}
  />
);

interface MinutesProps {
  token: string;
  id: string;
  receipts: MeetingReceipt['items'];
  back: () => void;
}

/** The minutes of a meeting with what became of each item; prints as a sheet. */
export const MinutesView = ({ token, id, receipts, back }: MinutesProps) => {
  const [minutes, setMinutes] = useState<Minutes | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const read = (): void => {
    api.minutes(token, id).then((found) => {
      setFailure(undefined);
      setMinutes(found);
    }, setFailure);
  };
  useEffect(read, [token, id]);
  return (
    <section class="card">
      <p class="no-print">
        <button type="button" class="link" onClick={back}>
          ← Về trang cuộc họp
        </button>
      </p>
      <FocusedHeading level="h2">Biên bản tiếp nhận kiến nghị</FocusedHeading>
      {failure === undefined ? null : <Failure error={failure} />}
      {minutes === null ? null : (
        <>
          <MeetingHead minutes={minutes} />
          <Results items={minutes.items} />
          <DuplicateSearch
            token={token}
            codes={minutes.items.flatMap((item) => (item === null ? [] : [item.code]))}
          />
        </>
      )}
      {receipts.length === 0 ? null : <Receipts receipts={receipts} />}
      <div class="buttons no-print">
        <PrintButton>In biên bản</PrintButton>
        <button type="button" class="second" onClick={read}>
          Đọc lại kết quả
        </button>
      </div>
    </section>
  );
};
