import { sealedApi, type DenunciationReceipt, type LanePlace } from '../sealed-api.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { AccusedFields } from './accused-fields.js';
import { ContentFields } from './content-fields.js';
import { ConsentField, DenouncerFields } from './denouncer-fields.js';
import { checkDenunciation, EMPTY, postOf } from './draft.js';
import { SAID_LABELS } from './labels.js';
import { useSending } from './use-sending.js';

const LABELS = { ...SAID_LABELS, consent: 'Đồng ý' };

/** The short form of a denunciation. */
export const DenounceForm = ({
  unit,
  place,
  onReceipt,
}: {
  unit: string;
  place: LanePlace;
  onReceipt: (receipt: DenunciationReceipt) => void;
}) => {
  const { draft, change, refusal, attempt, isSending, send } = useSending({
    empty: EMPTY,
    check: checkDenunciation,
    send: (draft, key) => sealedApi.submit(postOf(unit, draft), key),
    onReceipt,
  });
  const part = { draft, errors: refusal.errors, change };
  return (
    <>
      {refusal.title === '' ? null : <ErrorSummary {...refusal} labels={LABELS} attempt={attempt} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <AccusedFields {...part} agencies={place.agencies} />
        <ContentFields {...part} />
        <DenouncerFields
          {...part}
          about="Phải ghi họ tên và địa chỉ. Danh tính được niêm phong: chỉ người được giao nhiệm vụ tại cơ quan nhận mới
      mở được, mỗi lần mở đều ghi lại ai mở, khi nào và vì sao. Hệ thống không gửi thư, tin nhắn cho quý vị."
        >
          <ConsentField {...part} />
        </DenouncerFields>
        <button type="submit" aria-disabled={isSending}>
          {isSending ? 'Đang gửi…' : 'Gửi tố cáo'}
        </button>
      </form>
    </>
  );
};
