import { useState } from 'preact/hooks';
import { codeWords } from '../../words/code.js';
import { instantWords } from '../../words/dates.js';
import { termWords } from '../../words/sealed-words.js';
import type { DenunciationReceipt, LanePlace } from '../sealed-api.js';
import { Facts } from '../ui/facts.js';
import { FocusedHeading } from '../ui/focused-heading.js';
import { DenounceForm } from './denounce-form.js';
import { TakenPlace } from './taken-place.js';
import { TrackForm } from './track-form.js';

const Receipt = ({ receipt }: { receipt: DenunciationReceipt }) => (
  <section class="card">
    <FocusedHeading>Đã nhận tố cáo</FocusedHeading>
    <p>Mã hồ sơ của quý vị:</p>
    <p>
      <span class="code big">{codeWords(receipt.code)}</span>
    </p>
    <Facts
      rows={[
        ['Nhận lúc', instantWords(receipt.receivedAt)],
        ['Cơ quan nhận', receipt.body.name],
        ['Hạn xử lý ban đầu', instantWords(receipt.checkBy)],
      ]}
    />
    <p class="note">
      Xin ghi lại mã. Mã chỉ cho biết hồ sơ đã nhận, đã chuyển vào quy trình hay đã kết thúc, không cho biết
      tên và nội dung. Hệ thống không gửi thư hay tin nhắn; cơ quan nhận liên hệ khi cần.
    </p>
  </section>
);

const Terms = ({ place }: { place: LanePlace }) => (
  <div class="note">
    <p>
      <strong>Kênh niêm phong.</strong> Tố cáo không phải là kiến nghị: được lập hồ sơ riêng và chuyển đến cơ
      quan có thẩm quyền, không đến cơ quan của người bị tố cáo.
    </p>
    <Facts
      rows={[
        ['Hạn xử lý ban đầu', termWords(place.check)],
        ['Thời hạn giải quyết', `${termWords(place.resolve)}, tính từ khi vào quy trình`],
      ]}
    />
  </div>
);

/** Denunciations, where the province takes them: apart from petitions, and leaving no trace on the machine. */
export const DenouncePage = () => {
  const [receipt, setReceipt] = useState<DenunciationReceipt | null>(null);
  if (receipt !== null) return <Receipt receipt={receipt} />;
  return (
    <>
      <h1>Gửi tố cáo</h1>
      <p class="lead">
        Báo một người có hành vi vi phạm pháp luật. Không dùng máy của nơi làm việc nếu người bị tố cáo cũng ở
        đó.
      </p>
      <TakenPlace hint="Để biết địa phương có nhận tố cáo qua trang này không. Gõ tên, không dấu cũng được.">
        {(unit, place) => (
          <>
            <Terms place={place} />
            <DenounceForm unit={unit} place={place} onReceipt={setReceipt} />
          </>
        )}
      </TakenPlace>
      <TrackForm />
    </>
  );
};
