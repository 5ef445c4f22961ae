import { SUBMITTER_WORDS } from '../../words/labels.js';
import type { CategoryItem } from '../api.js';
import type { FieldErrors } from '../ui/error-summary.js';
import { LongTextField, SelectField, TextField } from '../ui/fields.js';
import { ROW_LIMITS, rowFieldId } from './check-meeting.js';
import { columnName } from './columns.js';
import type { Row } from './draft.js';

const KINDS = Object.entries(SUBMITTER_WORDS).map(([id, name]) => ({ id, name }));

interface RowCardProps {
  row: Row;
  index: number;
  categories: readonly CategoryItem[];
  errors: FieldErrors;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}

type TextProps = Pick<RowCardProps, 'row' | 'index' | 'errors' | 'onChange'> & {
  field: keyof Row;
  hint?: string;
  type?: 'tel' | 'email' | 'date';
};

const RowText = ({ row, index, errors, onChange, field, hint, type }: TextProps) => (
  <TextField
    id={rowFieldId(index, field)}
    label={columnName(field)}
    hint={hint}
    error={errors[rowFieldId(index, field)]}
    {...(type === undefined ? {} : { type })}
    value={row[field]}
    onValue={(value) => {
      onChange({ [field]: value });
    }}
  />
);

const isOpen = ({ index, errors, row }: RowCardProps): boolean =>
  (['unit', 'addressee', 'followUpOn', 'externalRef'] as const).some(
    (field) => errors[rowFieldId(index, field)] !== undefined || row[field] !== '',
  );

/** What few rows need. */
const More = (card: RowCardProps) => (
  <details open={isOpen(card)}>
    <summary>Nơi khác, nơi được gửi, ngày theo dõi</summary>
    <div class="filters">
      <RowText {...card} field="unit" hint="Khi sự việc ở phường, xã khác nơi họp. Ví dụ: w:26773@0" />
      <RowText {...card} field="addressee" hint="Chỉ việc gửi cấp ủy, Mặt trận." />
      <RowText {...card} field="followUpOn" type="date" hint="Chỉ việc gửi cấp ủy, Mặt trận." />
      <RowText {...card} field="externalRef" hint="Không ghi số điện thoại, số căn cước." />
    </div>
  </details>
);

const Choices = ({ row, index, categories, errors, onChange }: RowCardProps) => (
  <>
    <SelectField
      id={rowFieldId(index, 'category')}
      label={columnName('category')}
      error={errors[rowFieldId(index, 'category')]}
      options={[
        { id: '', name: 'Xin chọn' },
        ...categories.map(({ code, label }) => ({ id: code, name: label })),
      ]}
      value={row.category}
      onValue={(category) => {
        onChange({ category });
      }}
    />
    <SelectField
      id={rowFieldId(index, 'kind')}
      label={columnName('kind')}
      error={errors[rowFieldId(index, 'kind')]}
      options={KINDS}
      value={row.kind}
      onValue={(kind) => {
        onChange({ kind });
      }}
    />
  </>
);

/** One matter that was raised. */
export const RowCard = (card: RowCardProps) => {
  const { row, index, errors, onChange, onRemove } = card;
  return (
    <fieldset class="card">
      <legend>Kiến nghị {index + 1}</legend>
      <LongTextField
        id={rowFieldId(index, 'description')}
        label={columnName('description')}
        error={errors[rowFieldId(index, 'description')]}
        value={row.description}
        maxLength={ROW_LIMITS.description}
        onValue={(description) => {
          onChange({ description });
        }}
      />
      <div class="filters">
        <Choices {...card} />
        <RowText {...card} field="name" />
        <RowText {...card} field="phone" type="tel" />
        <RowText {...card} field="email" type="email" />
        <RowText {...card} field="address" />
      </div>
      <More {...card} />
      <button type="button" class="link" onClick={onRemove}>
        Bỏ kiến nghị {index + 1}
      </button>
    </fieldset>
  );
};
