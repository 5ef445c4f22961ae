import { STATUS_WORDS } from '../../words/labels.js';
import type { CategoryItem } from '../api.js';
import { SelectField, TextField } from '../ui/fields.js';
import { PeriodFields } from '../ui/period-fields.js';
import { ProvinceField } from '../ui/province-field.js';
import { ANY, type Filters } from './filters.js';
import { MoreFilters } from './more-filters.js';

const STATUSES = [ANY, ...Object.entries(STATUS_WORDS).map(([id, name]) => ({ id, name }))];
const LATE = [ANY, { id: 'true', name: 'Quá hạn' }, { id: 'false', name: 'Không quá hạn' }];

interface FiltersProps {
  filters: Filters;
  categories: readonly CategoryItem[];
  onChange: (part: Partial<Filters>) => void;
  onSearch: () => void;
}

/** Text filters: label and hint by the filter's name. */
const TEXTS: readonly [key: 'agency' | 'unit', label: string, hint: string][] = [
  ['agency', 'Mã đơn vị đang giữ', 'Ví dụ: ubnd-xa/w:26773@0'],
  ['unit', 'Mã phường, xã', 'Ví dụ: w:26773@0'],
];

const StateFilters = ({ filters, onChange }: Pick<FiltersProps, 'filters' | 'onChange'>) => (
  <>
    <SelectField
      id="status"
      label="Trạng thái"
      options={STATUSES}
      value={filters.status}
      onValue={(status) => {
        onChange({ status: status as Filters['status'] });
      }}
    />
    <SelectField
      id="late"
      label="Thời hạn"
      options={LATE}
      value={filters.late}
      onValue={(late) => {
        onChange({ late: late as Filters['late'] });
      }}
    />
  </>
);

export const FilterForm = ({ filters, categories, onChange, onSearch }: FiltersProps) => (
  <form
    class="card"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSearch();
    }}
  >
    <div class="filters">
      <PeriodFields fromLabel="Tiếp nhận từ ngày" period={filters} onChange={onChange} />
      <StateFilters filters={filters} onChange={onChange} />
      <ProvinceField
        value={filters.province}
        onValue={(province) => {
          onChange({ province });
        }}
      />
      <SelectField
        id="category"
        label="Loại việc"
        options={[ANY, ...categories.map(({ code, label }) => ({ id: code, name: label }))]}
        value={filters.category}
        onValue={(category) => {
          onChange({ category });
        }}
      />
      {TEXTS.map(([key, label, hint]) => (
        <TextField
          key={key}
          id={key}
          label={label}
          hint={hint}
          value={filters[key]}
          onValue={(value) => {
            onChange({ [key]: value.trim() });
          }}
        />
      ))}
    </div>
    <MoreFilters filters={filters} onChange={onChange} />
    <button type="submit">Tìm</button>
  </form>
);
