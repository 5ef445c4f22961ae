import type { EntryChannel, LateEntryReason } from '../../../core/sealed/sealed-events.js';
import { ENTRY_CHANNEL_WORDS, LATE_ENTRY_WORDS } from '../../words/sealed-words.js';
import { AccusedFields } from '../denounce/accused-fields.js';
import { ContentFields } from '../denounce/content-fields.js';
import { DenouncerFields } from '../denounce/denouncer-fields.js';
import { SAID_LABELS } from '../denounce/labels.js';
import { SendingForm } from '../denounce/sending-form.js';
import { useSending } from '../denounce/use-sending.js';
import { sealedApi, type DenunciationReceipt, type LanePlace } from '../sealed-api.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { SelectField, TextField } from '../ui/fields.js';
import { checkEntry, EMPTY_ENTRY, entryOf, type EntryDraft } from './entry-draft.js';

const LABELS = {
  ...SAID_LABELS,
  channel: 'Cách nhận',
  receivedOn: 'Ngày nhận đơn',
  lateReason: 'Lý do nhập sau',
};

const optionsOf = (none: string, words: Record<string, string>) => [
  { id: '', name: none },
  ...Object.entries(words).map(([id, name]) => ({ id, name })),
];

/** When and how the paper came. */
const PaperFields = ({
  draft,
  errors,
  change,
  bodies,
}: {
  draft: EntryDraft;
  errors: FieldErrors;
  change: (part: Partial<EntryDraft>) => void;
  bodies: readonly string[];
}) => (
  <section class="card">
    <h2>Tiếp nhận đơn</h2>
    {bodies.length < 2 ? null : (
      <SelectField
        id="desk"
        label="Cơ quan nhận đơn"
        options={bodies.map((id) => ({ id, name: id }))}
        value={draft.desk === '' ? (bodies[0] ?? '') : draft.desk}
        onValue={(desk) => {
          change({ desk });
        }}
      />
    )}
    <SelectField
      id="channel"
      label="Cách nhận"
      error={errors['channel']}
      options={optionsOf('Xin chọn', ENTRY_CHANNEL_WORDS)}
      value={draft.channel}
      onValue={(channel) => {
        change({ channel: channel as EntryChannel | '' });
      }}
    />
    <TextField
      id="receivedOn"
      label="Ngày nhận đơn"
      hint="Thời hạn tính từ ngày này. Nhập lùi được tối đa 30 ngày."
      error={errors['receivedOn']}
      type="date"
      value={draft.receivedOn}
      isShort
      onValue={(receivedOn) => {
        change({ receivedOn });
      }}
    />
    <SelectField
      id="lateReason"
      label="Lý do nhập sau ngày nhận"
      error={errors['lateReason']}
      options={optionsOf('Nhập ngay trong ngày nhận', LATE_ENTRY_WORDS)}
      value={draft.lateReason}
      onValue={(lateReason) => {
        change({ lateReason: lateReason as LateEntryReason | '' });
      }}
    />
  </section>
);

/** Copies a denunciation from paper into the lane. */
export const EntryForm = ({
  token,
  bodies,
  unit,
  place,
  onReceipt,
}: {
  token: string;
  bodies: readonly string[];
  unit: string;
  place: LanePlace;
  onReceipt: (receipt: DenunciationReceipt) => void;
}) => {
  const sending = useSending({
    empty: EMPTY_ENTRY,
    check: checkEntry,
    send: (draft, key) => sealedApi.enter(token, entryOf(unit, draft), key),
    onReceipt,
  });
  const { draft, change, refusal } = sending;
  const part = { draft, errors: refusal.errors, change };
  return (
    <SendingForm
      sending={sending}
      labels={LABELS}
      words={{ send: 'Ghi nhận và niêm phong', sending: 'Đang ghi nhận…' }}
    >
      <PaperFields {...part} bodies={bodies} />
      <AccusedFields {...part} agencies={place.agencies} />
      <ContentFields {...part} />
      <DenouncerFields
        {...part}
        about="Ghi đúng như trong đơn. Đơn phải có họ tên, địa chỉ và chữ ký hoặc điểm chỉ. Sau khi nhập, nội dung được niêm phong; tài khoản này không xem lại được."
      />
    </SendingForm>
  );
};
