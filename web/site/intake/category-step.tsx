import { useState } from 'preact/hooks';
import type { CategoryItem } from '../api.js';
import { CheckField, TextField } from '../ui/fields.js';
import { focusSoon } from '../ui/focus-soon.js';
import { PickList } from '../ui/pick-list.js';
import { containsWords } from '../ui/plain-text.js';
import { ConditionQuestion } from './condition-question.js';
import type { Draft } from './draft.js';
import { Step, type StepProps } from './step.js';

const textOf = ({ label, explain, examples }: CategoryItem): string =>
  [label, explain ?? '', ...(examples ?? [])].join(' ');

const CODE = /\b[A-Z]{2,}(?:-[A-Z]+)*\b/g;

/** "Karaoke: TIENGON" with the label instead of the code; other capitals stay. */
const withLabels = (text: string, categories: readonly CategoryItem[]): string =>
  text.replace(CODE, (code) => {
    const label = categories.find((category) => category.code === code)?.label;
    return label === undefined ? code : `“${label}”`;
  });

const EMERGENCY_WORDS: Record<string, string> = { '113': 'Công an', '114': 'Cứu hỏa', '115': 'Cấp cứu' };

/** Another category has other questions. */
const chosenPart = (category: string): Partial<Draft> => ({ category, conditions: {}, isUrgent: false });

const Questions = ({ category, draft, change }: { category: CategoryItem } & Omit<StepProps, 'errors'>) =>
  (category.questions ?? []).map(({ key, question }) => (
    <ConditionQuestion
      key={key}
      id={`condition-${key}`}
      question={question}
      answer={draft.conditions[key]}
      onAnswer={(answer) => {
        change({ conditions: { ...draft.conditions, [key]: answer } });
      }}
    />
  ));

/** The category chosen: examples, what belongs elsewhere, and the questions that decide between agencies. */
const Chosen = ({
  category,
  elsewhere,
  draft,
  errors,
  change,
}: StepProps & { category: CategoryItem; elsewhere: string }) => (
  <>
    <p class="note">
      <strong>{category.label}</strong>
      <br />
      {category.explain}
    </p>
    <p>
      <button
        type="button"
        class="link"
        id="category"
        onClick={() => {
          change(chosenPart(''));
          focusSoon('category');
        }}
      >
        Chọn loại việc khác
      </button>
    </p>
    {elsewhere === '' ? null : <p class="hint">Không phải loại này? {elsewhere}</p>}
    {(category.questions ?? []).length === 0 ? null : (
      <p class="hint">Trả lời giúp kiến nghị đến đúng cơ quan nhanh hơn. Không rõ thì để “Không rõ”.</p>
    )}
    <Questions category={category} draft={draft} change={change} />
    {category.urgentWhen ? (
      <CheckField
        id="urgent"
        label="Đây là trường hợp khẩn"
        hint={`Chỉ chọn khi đúng là: ${category.urgentWhen}.`}
        error={errors['urgent']}
        isChecked={draft.isUrgent}
        onChecked={(isUrgent) => {
          change({ isUrgent });
        }}
      />
    ) : null}
    {category.emergency ? (
      <p class="note warn">
        Có nguy hiểm tính mạng hoặc đang xảy ra: gọi {EMERGENCY_WORDS[category.emergency]}{' '}
        <a href={`tel:${category.emergency}`}>{category.emergency}</a> trước.
      </p>
    ) : null}
  </>
);

const Search = ({ categories, errors, change }: StepProps & { categories: readonly CategoryItem[] }) => {
  const [words, setWords] = useState('');
  const found = categories.filter((category) => containsWords(textOf(category), words));
  return (
    <>
      <TextField
        id="category"
        type="search"
        label="Tìm loại việc"
        hint="Gõ vài chữ, không dấu cũng được, rồi chọn trong danh sách. Ví dụ: via he, rac, den duong."
        error={errors['category']}
        value={words}
        onValue={setWords}
      />
      <p class="hint" role="status">
        {found.length === 0
          ? 'Không có loại việc nào chứa từ này. Xin thử từ khác.'
          : `${found.length} loại việc`}
      </p>
      {found.length === 0 ? null : (
        <PickList
          label="Loại việc"
          options={found.map(({ code, label, explain }) => ({ id: code, name: label, hint: explain }))}
          onPick={(code) => {
            change(chosenPart(code));
            focusSoon('category');
          }}
        />
      )}
    </>
  );
};

export const CategoryStep = ({
  categories,
  ...step
}: StepProps & { categories: readonly CategoryItem[] }) => {
  const chosen = categories.find(({ code }) => code === step.draft.category);
  return (
    <Step no={1} title="Việc gì?">
      {chosen === undefined ? (
        <Search categories={categories} {...step} />
      ) : (
        <Chosen category={chosen} elsewhere={withLabels(chosen.elsewhere ?? '', categories)} {...step} />
      )}
    </Step>
  );
};
