import { codeWords } from '../../words/code.js';
import { dayWords } from '../../words/dates.js';
import type { NewReceipt } from '../api.js';
import { Facts } from '../ui/facts.js';
import { FocusedHeading } from '../ui/focused-heading.js';

/** The new receipt, made for printing; shown this once. */
export const PrintedReceipt = ({ receipt, done }: { receipt: NewReceipt; done: () => void }) => (
  <section class="card">
    <FocusedHeading level="h2">Phiếu tiếp nhận kiến nghị, cấp lần {receipt.receiptNo}</FocusedHeading>
    <p>
      <span class="code big">{codeWords(receipt.code)}</span>
    </p>
    <Facts
      rows={[
        ['Mã bí mật', <span class="code">{receipt.secret}</span>],
        ['Loại việc', receipt.categoryLabel],
        ['Ngày tiếp nhận', dayWords(receipt.receivedOn)],
        ['Theo dõi tại', <span class="url">{receipt.statusUrl}</span>],
      ]}
    />
    <p class="note">
      Giữ kín mã bí mật: dùng để trả lời câu hỏi, phản hồi hoặc rút kiến nghị. Mã bí mật của các phiếu trước
      không còn giá trị.
    </p>
    <div class="buttons no-print">
      <button
        type="button"
        onClick={() => {
          window.print();
        }}
      >
        In phiếu
      </button>
      <button type="button" class="second" onClick={done}>
        Đã trao phiếu, xóa khỏi màn hình
      </button>
    </div>
  </section>
);
