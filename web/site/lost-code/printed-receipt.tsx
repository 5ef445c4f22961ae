import { dayWords } from '../../words/dates.js';
import type { NewReceipt } from '../api.js';
import { HandedReceipt } from '../ui/handed-receipt.js';

/** The new receipt of a petition whose code was lost. */
export const PrintedReceipt = ({ receipt, done }: { receipt: NewReceipt; done: () => void }) => (
  <HandedReceipt
    title={`Phiếu tiếp nhận kiến nghị, cấp lần ${receipt.receiptNo}`}
    code={receipt.code}
    rows={[
      ['Mã bí mật', <span class="code">{receipt.secret}</span>],
      ['Loại việc', receipt.categoryLabel],
      ['Ngày tiếp nhận', dayWords(receipt.receivedOn)],
      ['Theo dõi tại', <span class="url">{receipt.statusUrl}</span>],
    ]}
    done={done}
  >
    Giữ kín mã bí mật: dùng để trả lời câu hỏi, phản hồi hoặc rút kiến nghị. Mã bí mật của các phiếu trước
    không còn giá trị.
  </HandedReceipt>
);
