import type { ListedPetition } from '../../../core/ports/audit.js';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { ScrollTable } from '../ui/scroll-table.js';

/** A day that has not passed whole is still a day too late. */
const lateWords = (days: number): string => (days === 0 ? 'Quá hạn' : `Quá hạn ${days} ngày`);

const Row = ({ item, labelOf, open }: Pick<TableProps, 'labelOf' | 'open'> & { item: ListedPetition }) => (
  <tr>
    <th scope="row">
      <button
        type="button"
        class="link code"
        onClick={() => {
          open(item);
        }}
      >
        {codeWords(item.code)}
      </button>
    </th>
    <td>{labelOf(item.category)}</td>
    <td>
      {STATUS_WORDS[item.status]}{' '}
      {item.late ? <span class="tag warn">{lateWords(item.daysLate)}</span> : null}
    </td>
    <td>{item.holder?.name ?? '–'}</td>
    <td>{instantWords(item.receivedAt)}</td>
    <td>{item.dueAt === null ? 'Không tính' : instantWords(item.dueAt)}</td>
  </tr>
);

const HEADS = ['Mã', 'Loại việc', 'Trạng thái', 'Đơn vị đang giữ', 'Tiếp nhận', 'Hạn trả lời'];

interface TableProps {
  items: readonly ListedPetition[];
  /** Name of a category. */
  labelOf: (code: string) => string;
  hasMore: boolean;
  open: (item: ListedPetition) => void;
  more: () => void;
}

/** The list so far; a page may be empty and still be followed by others. */
export const PetitionTable = ({ items, labelOf, hasMore, open, more }: TableProps) => (
  <section class="card" aria-labelledby="list-title">
    <h2 id="list-title">Danh sách</h2>
    <p role="status">
      {items.length === 0 ? 'Chưa thấy kiến nghị nào' : `Đã hiện ${items.length} kiến nghị`}
      {hasMore ? ', còn tiếp.' : '.'}
    </p>
    {items.length === 0 ? null : (
      <ScrollTable label="Bảng kiến nghị" heads={HEADS}>
        {items.map((item) => (
          <Row key={item.id} item={item} labelOf={labelOf} open={open} />
        ))}
      </ScrollTable>
    )}
    {hasMore ? (
      <p>
        <button type="button" class="second" onClick={more}>
          Xem tiếp
        </button>
      </p>
    ) : null}
  </section>
);
