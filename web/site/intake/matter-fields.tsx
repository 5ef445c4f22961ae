import type { CategoryItem } from '../api.js';
import { LongTextField, SelectField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { ConditionQuestion } from './condition-question.js';
import { LIMITS } from './draft.js';
import { EMPTY_MATTER, matterField, MOST_OTHERS, type MatterDraft } from './matter-draft.js';
import { MatterPlace } from './matter-place.js';
import type { StepProps } from './step.js';

/** One further matter on the form. */
export interface OneMatter extends Pick<StepProps, 'errors'> {
  i: number;
  matter: MatterDraft;
  set: (part: Partial<MatterDraft>) => void;
}

interface OneProps extends OneMatter {
  categories: readonly CategoryItem[];
  remove: () => void;
}

/** Those of its own category. */
const Questions = ({ i, matter, categories, set }: OneProps) =>
  (categories.find(({ code }) => code === matter.category)?.questions ?? []).map(({ key, question }) => (
    <ConditionQuestion
      key={key}
      id={`matter-${i}-condition-${key}`}
      question={question}
      answer={matter.conditions[key]}
      onAnswer={(answer) => {
        set({ conditions: { ...matter.conditions, [key]: answer } });
      }}
    />
  ));

const One = (one: OneProps) => {
  const { i, matter, categories, errors, set, remove } = one;
  return (
    <fieldset>
      <legend>Việc {i + 2}</legend>
      <SelectField
        id={matterField(i, 'category')}
        label={`Loại việc của việc ${i + 2}`}
        error={errors[matterField(i, 'category')]}
        options={[
          { id: '', name: 'Xin chọn' },
          ...categories.map(({ code, label }) => ({ id: code, name: label })),
        ]}
        value={matter.category}
        onValue={(category) => {
          set({ category, conditions: {} });
        }}
      />
      <Questions {...one} />
      <MatterPlace {...one} />
      <LongTextField
        id={matterField(i, 'description')}
        label={`Mô tả việc ${i + 2} và đề nghị`}
        error={errors[matterField(i, 'description')]}
        value={matter.description}
        maxLength={LIMITS.description}
        onValue={(description) => {
          set({ description });
        }}
      />
      <button type="button" class="link" onClick={remove}>
        Bỏ việc {i + 2}
      </button>
    </fieldset>
  );
};

/** Other things that go to other units, at the same place unless they say another. */
export const MatterFields = ({
  draft,
  errors,
  change,
  categories,
}: StepProps & { categories: readonly CategoryItem[] }) => {
  const { otherMatters } = draft;
  const replace = (list: readonly MatterDraft[]): void => {
    change({ otherMatters: list });
  };
  return (
    <>
      {otherMatters.map((matter, i) => (
        <One
          key={i}
          {...{ i, matter, categories, errors }}
          set={(part) => {
            replace(otherMatters.map((each, at) => (at === i ? { ...each, ...part } : each)));
          }}
          remove={() => {
            replace(otherMatters.filter((_, at) => at !== i));
            focusSoon(i === 0 ? 'description' : matterField(i - 1, 'category'));
          }}
        />
      ))}
      {otherMatters.length < MOST_OTHERS ? (
        <>
          <p class="hint" id="other-matters-hint">
            Còn việc khác, cùng nơi hay nơi khác? Ghi riêng từng việc: mỗi việc được giao cho đúng đơn vị, có
            hạn và câu trả lời riêng, và theo dõi chung bằng một mã.
          </p>
          <p>
            <button
              type="button"
              class="link"
              aria-describedby="other-matters-hint"
              onClick={() => {
                replace([...otherMatters, EMPTY_MATTER]);
                focusSoon(matterField(otherMatters.length, 'category'));
              }}
            >
              Thêm việc khác
            </button>
          </p>
        </>
      ) : null}
    </>
  );
};
