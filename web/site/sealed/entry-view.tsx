import { useState } from 'preact/hooks';
import { dateWords, instantWords } from '../../words/dates.js';
import { TakenPlace } from '../denounce/taken-place.js';
import type { DenunciationReceipt } from '../sealed-api.js';
import { BackToList } from '../ui/buttons.js';
import { FocusedHeading } from '../ui/focused-heading.js';
import { HandedReceipt } from '../ui/handed-receipt.js';
import { EntryForm } from './entry-form.js';

/** For the denouncer. It names neither who nor whom nor what. */
const PaperReceipt = ({ receipt, done }: { receipt: DenunciationReceipt; done: () => void }) => (
  <HandedReceipt
    title="Phiếu tiếp nhận tố cáo"
    code={receipt.code}
    rows={[
      ['Ngày nhận đơn', dateWords(receipt.receivedAt)],
      ['Cơ quan nhận', receipt.body.name],
      ['Hạn xử lý ban đầu', instantWords(receipt.checkBy)],
      ['Theo dõi tại', <span class="url">{`${location.origin}/denounce.html`}</span>],
    ]}
    done={done}
  >
    Mã chỉ cho biết hồ sơ đã nhận, đã chuyển vào quy trình hay đã kết thúc, không cho biết tên và nội dung.
    Xin giữ kín phiếu này.
  </HandedReceipt>
);

/** Denunciations that came on paper or in person: entered by officers of the lane, never by the desk of petitions. */
export const EntryView = ({
  token,
  bodies,
  back,
}: {
  token: string;
  bodies: readonly string[];
  back: () => void;
}) => {
  const [receipt, setReceipt] = useState<DenunciationReceipt | null>(null);
  if (receipt !== null) return <PaperReceipt receipt={receipt} done={back} />;
  return (
    <>
      <p>
        <BackToList back={back} />
      </p>
      <FocusedHeading level="h2">Nhập tố cáo nhận trực tiếp hoặc qua bưu chính</FocusedHeading>
      <p>
        Hồ sơ được chuyển đến cơ quan có thẩm quyền, có thể không phải cơ quan của quý vị. Không nhập tố cáo
        về cơ quan của quý vị hoặc cấp trên của cơ quan: xin hướng dẫn người tố cáo gửi lên cấp trên.
      </p>
      <TakenPlace hint="Gõ tên, không dấu cũng được.">
        {(unit, place) => (
          <EntryForm token={token} bodies={bodies} unit={unit} place={place} onReceipt={setReceipt} />
        )}
      </TakenPlace>
    </>
  );
};
