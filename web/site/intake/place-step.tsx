import { useEffect, useState } from 'preact/hooks';
import { api, type UnitItem } from '../api.js';
import { FieldError, TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { PickList } from '../ui/pick-list.js';
import { DraftText } from './draft-text.js';
import { Step, type StepProps } from './step.js';

const PAUSE_MS = 250;
const FEWEST_LETTERS = 2;
const FORMER = 'Đơn vị cũ, hệ thống tự chuyển sang đơn vị mới nếu không bị chia.';

type Found = { kind: 'idle' } | { kind: 'items'; items: UnitItem[] } | { kind: 'failed' };

/** Asks a moment after the last letter; an answer that is overtaken by a newer question is dropped. */
const useUnits = (words: string): Found => {
  const [found, setFound] = useState<Found>({ kind: 'idle' });
  useEffect(() => {
    if (words.trim().length < FEWEST_LETTERS) {
      setFound({ kind: 'idle' });
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.units(words.trim()).then(
        ({ items }) => {
          if (isCurrent) setFound({ kind: 'items', items });
        },
        () => {
          if (isCurrent) setFound({ kind: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
};

const statusOf = (found: Found): string => {
  if (found.kind === 'failed') return 'Không tìm được lúc này. Xin thử lại sau ít phút.';
  if (found.kind === 'idle') return '';
  return found.items.length === 0
    ? 'Không có phường, xã nào có tên này.'
    : `Có ${found.items.length} kết quả, xin chọn một.`;
};

const UnitSearch = ({ errors, change }: StepProps) => {
  const [words, setWords] = useState('');
  const found = useUnits(words);
  return (
    <>
      <TextField
        id="unit"
        type="search"
        label="Phường, xã nơi xảy ra sự việc"
        hint="Gõ tên, không dấu cũng được, rồi chọn trong danh sách. Ví dụ: thoi an."
        error={errors['unit']}
        value={words}
        onValue={setWords}
      />
      <p class="hint" role="status">
        {statusOf(found)}
      </p>
      {found.kind !== 'items' || found.items.length === 0 ? null : (
        <PickList
          label="Phường, xã tìm thấy"
          options={found.items.map(({ id, name, isCurrent }) => ({
            id,
            name,
            hint: isCurrent === false ? FORMER : undefined,
          }))}
          onPick={(id) => {
            change({ unit: found.items.find((item) => item.id === id) ?? null });
            focusSoon('unit');
          }}
        />
      )}
    </>
  );
};

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
      {draft.unit === null ? <UnitSearch {...step} /> : <ChosenUnit {...step} unit={draft.unit} />}
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
