import { sealedApi, type DenunciationReceipt, type LanePlace } from '../sealed-api.js';
import { AccusedFields } from './accused-fields.js';
import { ContentFields } from './content-fields.js';
import { ConsentField, DenouncerFields } from './denouncer-fields.js';
import { checkDenunciation, EMPTY, postOf } from './draft.js';
import { SAID_LABELS } from './labels.js';
import { SendingForm } from './sending-form.js';
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
  const sending = useSending({
    empty: EMPTY,
    check: checkDenunciation,
    send: (draft, key) => sealedApi.submit(postOf(unit, draft), key),
    onReceipt,
  });
  const { draft, change, refusal } = sending;
  const part = { draft, errors: refusal.errors, change };
  return (
    <SendingForm sending={sending} labels={LABELS} words={{ send: 'Gửi tố cáo', sending: 'Đang gửi…' }}>
      <AccusedFields {...part} agencies={place.agencies} />
      <ContentFields {...part} />
      <DenouncerFields
        {...part}
        about="Phải ghi họ tên và địa chỉ. Danh tính được niêm phong: chỉ người được giao nhiệm vụ tại cơ quan nhận mới
      mở được, mỗi lần mở đều ghi lại ai mở, khi nào và vì sao. Hệ thống không gửi thư, tin nhắn cho quý vị."
      >
        <ConsentField {...part} />
      </DenouncerFields>
    </SendingForm>
  );
};
