import { CheckField, FieldError, TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { UnitSearch } from '../ui/unit-search.js';
import { LIMITS } from './draft.js';
import { matterField, type MatterField } from './matter-draft.js';
import type { OneMatter } from './matter-fields.js';

const Ward = ({ i, matter, errors, set }: OneMatter) => {
  const id = matterField(i, 'unit');
  const pick = (unit: typeof matter.unit): void => {
    set({ unit });
    focusSoon(id);
  };
  return matter.unit === null ? (
    <UnitSearch
      id={id}
      label={`Phường, xã nơi xảy ra việc ${i + 2}`}
      hint="Cùng tỉnh, thành phố với việc thứ nhất. Gõ tên rồi chọn trong danh sách."
      error={errors[id]}
      onPick={pick}
    />
  ) : (
    <div class="field">
      <p class="note">
        Phường, xã của việc {i + 2}: <strong>{matter.unit.name}</strong>
      </p>
      <FieldError id={id} error={errors[id]} />
      <button
        type="button"
        class="link"
        id={id}
        onClick={() => {
          pick(null);
        }}
      >
        Chọn phường, xã khác cho việc {i + 2}
      </button>
    </div>
  );
};

/** Where a further matter is, if it is not where the first one is. */
export const MatterPlace = (one: OneMatter) => {
  const { i, matter, errors, set } = one;
  const field = (name: MatterField) => ({ id: matterField(i, name), error: errors[matterField(i, name)] });
  return (
    <>
      <CheckField
        {...field('elsewhere')}
        label={`Việc ${i + 2} xảy ra ở nơi khác`}
        isChecked={matter.isElsewhere}
        onChecked={(isElsewhere) => {
          set({ isElsewhere });
        }}
      />
      {matter.isElsewhere ? (
        <>
          <Ward {...one} />
          <TextField
            {...field('address')}
            label={`Địa chỉ của việc ${i + 2} (nếu có)`}
            maxLength={LIMITS.address}
            value={matter.address}
            onValue={(address) => {
              set({ address });
            }}
          />
          <TextField
            {...field('point')}
            label={`Tọa độ của việc ${i + 2} (nếu không biết phường, xã)`}
            hint="Ví dụ: 10.8690, 106.6523."
            value={matter.pointText}
            onValue={(pointText) => {
              set({ pointText });
            }}
          />
        </>
      ) : null}
    </>
  );
};
