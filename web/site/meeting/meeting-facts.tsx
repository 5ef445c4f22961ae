import { MEETING_KINDS, type MeetingKind } from '../../../core/meetings/meeting.js';
import { MEETING_WORDS } from '../../words/labels.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { FieldError, SelectField, TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { UnitSearch } from '../ui/unit-search.js';
import type { MeetingDraft } from './draft.js';

const KINDS = MEETING_KINDS.map((id) => ({ id, name: MEETING_WORDS[id] }));

interface FactsProps {
  draft: MeetingDraft;
  errors: FieldErrors;
  today: string;
  change: (part: Partial<MeetingDraft>) => void;
}

const Ward = ({ draft, errors, change }: FactsProps) => {
  const pick = (unit: MeetingDraft['unit']): void => {
    change({ unit });
    focusSoon('unit');
  };
  return draft.unit === null ? (
    <UnitSearch
      id="unit"
      label="Phường, xã nơi họp"
      hint="Gõ tên, không dấu cũng được, rồi chọn trong danh sách. Ví dụ: cau kho."
      error={errors['unit']}
      onPick={pick}
    />
  ) : (
    <div class="field">
      <p class="note">
        Phường, xã: <strong>{draft.unit.name}</strong>
      </p>
      <FieldError id="unit" error={errors['unit']} />
      <button
        type="button"
        class="link"
        id="unit"
        onClick={() => {
          pick(null);
        }}
      >
        Chọn phường, xã khác
      </button>
    </div>
  );
};

/** Which meeting it was. */
export const MeetingFacts = (props: FactsProps) => {
  const { draft, errors, today, change } = props;
  return (
    <section class="card" aria-labelledby="meeting-title">
      <h2 id="meeting-title">Cuộc họp, buổi gặp gỡ</h2>
      <div class="filters">
        <SelectField
          id="kind"
          label="Loại cuộc họp"
          options={KINDS}
          value={draft.kind}
          onValue={(kind) => {
            change({ kind: kind as MeetingKind });
          }}
        />
        <TextField
          id="heldOn"
          type="date"
          label="Ngày họp"
          error={errors['heldOn']}
          value={draft.heldOn}
          onValue={(heldOn) => {
            change({ heldOn });
          }}
        />
        <TextField
          id="receivedBy"
          label="Mã cơ quan chủ trì (nếu có)"
          hint="Kiến nghị bắt đầu từ cấp này. Ví dụ: dang-uy-huyen/d:760@0"
          error={errors['receivedBy']}
          value={draft.receivedBy}
          onValue={(receivedBy) => {
            change({ receivedBy });
          }}
        />
      </div>
      <Ward {...props} />
      {draft.heldOn < today ? (
        <TextField
          id="reason"
          label="Lý do nhập sau ngày họp"
          hint="Thời hạn của các kiến nghị tính từ ngày họp. Nhập lùi tối đa 30 ngày."
          error={errors['reason']}
          value={draft.reason}
          onValue={(reason) => {
            change({ reason });
          }}
        />
      ) : null}
    </section>
  );
};
