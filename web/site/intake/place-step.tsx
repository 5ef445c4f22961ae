import type { UnitItem } from '../api.js';
import { FieldError, TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { UnitSearch } from '../ui/unit-search.js';
import { DraftText } from './draft-text.js';
import { Step, type StepProps } from './step.js';

const ChosenUnit = ({ unit, errors, change }: StepProps & { unit: UnitItem }) => (
  <div class="field">
    <p class="note">
      Phường, xã: <strong>{unit.name}</strong>
    </p>
    <FieldError id="unit" error={errors['unit']} />
    <button
      type="button"
      class="link"
      id="unit"
      onClick={() => {
        change({ unit: null });
        focusSoon('unit');
      }}
    >
      Chọn phường, xã khác
    </button>
  </div>
);

export const PlaceStep = (step: StepProps) => {
  const { draft, errors, change } = step;
  return (
    <Step no={2} title="Ở đâu?">
      {draft.unit === null ? (
        <UnitSearch
          id="unit"
          label="Phường, xã nơi xảy ra sự việc"
          hint="Gõ tên, không dấu cũng được, rồi chọn trong danh sách. Ví dụ: thoi an."
          error={errors['unit']}
          onPick={(unit) => {
            change({ unit });
            focusSoon('unit');
          }}
        />
      ) : (
        <ChosenUnit {...step} unit={draft.unit} />
      )}
      <DraftText
        step={step}
        field="address"
        label="Địa chỉ, tên đường, hẻm (nếu có)"
        hint="Nơi xảy ra sự việc, không phải nơi ở của người gửi."
      />
      <details open={errors['point'] !== undefined || draft.pointText !== ''}>
        <summary>Không biết phường, xã? Dán tọa độ</summary>
        <TextField
          id="point"
          label="Tọa độ hoặc đường dẫn bản đồ"
          hint="Ví dụ: 10.8690, 106.6523. Khi có tọa độ, hệ thống dùng tọa độ để xác định phường, xã."
          error={errors['point']}
          value={draft.pointText}
          onValue={(pointText) => {
            change({ pointText });
          }}
        />
      </details>
    </Step>
  );
};
