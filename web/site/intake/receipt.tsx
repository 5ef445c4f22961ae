import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { FIRST_NOTICE } from '../../words/labels.js';
import type { SubmittedPetition } from '../api.js';
import { PrintButton } from '../ui/buttons.js';
import { Facts } from '../ui/facts.js';
import { FocusedHeading } from '../ui/focused-heading.js';

const OWN_TERMS = 'Mỗi việc có đơn vị và hạn trả lời riêng, xem ở trang theo dõi bằng mã này';
const NO_CLOCK = 'Không tính thời hạn: được ghi nhận, chuyển đến nơi có trách nhiệm và theo dõi';

const Buttons = ({ code, again }: { code: string; again: () => void }) => (
  <div class="buttons no-print">
    <PrintButton>In phiếu</PrintButton>
    <button type="button" class="second" onClick={again}>
      Gửi kiến nghị khác
    </button>
    <p>
      <a href={`/track.html#${codeWords(code)}`}>Theo dõi kiến nghị này</a>
    </p>
  </div>
);

const termsOf = ({ matters, promised: { resolveBy } }: SubmittedPetition): string => {
  if (matters.length > 0) return OWN_TERMS;
  return resolveBy === null ? NO_CLOCK : instantWords(resolveBy);
};

interface ReceiptProps {
  receipt: SubmittedPetition;
  categoryLabel: string;
  placeName: string | null;
  again: () => void;
}

/** The receipt: code, secret and what was promised. Shown once, made for printing. */
export const Receipt = ({ receipt, categoryLabel, placeName, again }: ReceiptProps) => {
  const { firstNoticeBy, resolveBy } = receipt.promised;
  const comesFirst = resolveBy === null || firstNoticeBy < resolveBy;
  return (
    <section class="card">
      <FocusedHeading>Đã tiếp nhận kiến nghị</FocusedHeading>
      <p>Mã kiến nghị của quý vị:</p>
      <p>
        <span class="code big">{codeWords(receipt.code)}</span>
      </p>
      <p>
        Xin ghi lại, chụp màn hình hoặc in phiếu này. Mã dùng để theo dõi; ai có mã cũng xem được tiến độ,
        không xem được họ tên và nội dung kiến nghị.
      </p>
      <Facts
        rows={[
          ['Loại việc', categoryLabel],
          ['Nơi xảy ra', placeName],
          ['Đơn vị đang xử lý', 'Đang xác định theo thẩm quyền; xem ở trang theo dõi sau ít phút'],
          [FIRST_NOTICE, comesFirst ? instantWords(firstNoticeBy) : null],
          ['Hạn trả lời', termsOf(receipt)],
          ['Mã bí mật', <span class="code">{receipt.secret}</span>],
        ]}
      />
      <p class="note">
        Giữ kín mã bí mật: sau này dùng để chứng minh quý vị là người gửi. Mã bí mật chỉ hiện một lần này.
      </p>
      <Buttons code={receipt.code} again={again} />
    </section>
  );
};
