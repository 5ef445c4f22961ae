import { useState } from 'preact/hooks';
import type { Holding } from '../../../core/use-cases/list-holdings.js';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { api, type HoldingsPage } from '../api.js';
import { Failure } from '../ui/failure.js';
import { TextField } from '../ui/fields.js';
import { ScrollTable } from '../ui/scroll-table.js';
import { InstantField } from './instant-field.js';
import { instantOf } from './local-instant.js';

const HEADS = ['Mã', 'Trạng thái lúc đó', 'Giữ từ', 'Hạn trả lời lúc đó', 'Thời hạn'];

const stateWords = ({ dueAt, late }: Holding): string => {
  if (dueAt === null) return 'Không tính';
  return late ? 'Quá hạn' : 'Không quá hạn';
};

const Row = ({ item }: { item: Holding }) => (
  <tr>
    <th scope="row" class="code">
      {codeWords(item.code)}
    </th>
    <td>{STATUS_WORDS[item.status]}</td>
    <td>{instantWords(item.heldSince)}</td>
    <td>{item.dueAt === null ? '–' : instantWords(item.dueAt)}</td>
    <td>{stateWords(item)}</td>
  </tr>
);

const countWords = ({ items, next }: HoldingsPage): string =>
  next === undefined
    ? `Đơn vị này giữ ${items.length} kiến nghị vào lúc đó.`
    : `Đã hiện ${items.length} kiến nghị, còn tiếp.`;

/** What is asked, and the answer as far as it was read. */
const useHoldings = (token: string) => {
  const [page, setPage] = useState<HoldingsPage | null>(null);
  const [asked, setAsked] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>();
  const read = (query: Record<string, string>, before: readonly Holding[]): void => {
    setAsked(query);
    api.auditHoldings(token, query).then(
      (read) => {
        setFailure(undefined);
        setPage({ ...read, items: [...before, ...read.items] });
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  };
  const { cursor: _, ...question } = asked;
  return {
    page,
    failure,
    ask: (query: Record<string, string>): void => {
      setPage(null);
      read(query, []);
    },
    more: (): void => {
      if (page?.next !== undefined) read({ ...question, cursor: page.next }, page.items);
    },
  };
};

/** "What did this unit hold then, what was due, what was late?" */
export const HoldingsCard = ({ token }: { token: string }) => {
  const [agency, setAgency] = useState('');
  const [typed, setTyped] = useState('');
  const { page, failure, ask, more } = useHoldings(token);
  return (
    <section class="card" aria-labelledby="holdings-title">
      <h2 id="holdings-title">Một đơn vị giữ những gì tại một thời điểm</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask({ agency: agency.trim(), at: instantOf(typed) });
        }}
      >
        <div class="filters">
          <TextField
            id="holdings-agency"
            label="Mã đơn vị"
            hint="Ví dụ: ubnd-xa/w:26773@0"
            value={agency}
            onValue={setAgency}
          />
          <InstantField id="holdings-at" value={typed} onValue={setTyped} />
        </div>
        <button type="submit" class="second">
          Xem đơn vị giữ gì
        </button>
      </form>
      {failure === undefined ? null : <Failure error={failure} />}
      {page === null ? null : (
        <>
          <p role="status">{countWords(page)}</p>
          {page.unreadable.length === 0 ? null : (
            <p class="note warn">
              Không đọc được lịch sử của {page.unreadable.length} kiến nghị: {page.unreadable.join(', ')}.
            </p>
          )}
          {page.items.length === 0 ? null : (
            <ScrollTable label="Bảng kiến nghị đơn vị đã giữ" heads={HEADS}>
              {page.items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ScrollTable>
          )}
          {page.next === undefined ? null : (
            <p>
              <button type="button" class="second" onClick={more}>
                Xem thêm đơn vị này
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
};
