import type { Status } from '../../../core/petition/transitions.js';
import { localDayOf, plusMs } from '../../../core/time.js';
import type { CategoryItem } from '../api.js';
import { STATUS_WORDS } from '../../words/labels.js';
import { SelectField, TextField } from '../ui/fields.js';
import { ProvinceField } from '../ui/province-field.js';
import { provinceAt } from '../ui/province.js';

/** The filters as typed; empty = not asked. Names are those of the query, but for the days. */
export interface Filters {
  from: string;
  to: string;
  province: string;
  agency: string;
  unit: string;
  category: string;
  status: Status | '';
  late: '' | 'true' | 'false';
}

const MONTH_MS = 30 * 86_400_000;

/** The last thirty days in the province where the system began, under its id of that day. */
export const firstFilters = (now: string): Filters => ({
  from: localDayOf(plusMs(now, -MONTH_MS)),
  to: localDayOf(now),
  province: provinceAt(now),
  agency: '',
  unit: '',
  category: '',
  status: '',
  late: '',
});

const dayAfter = (day: string): string => localDayOf(plusMs(`${day}T00:00:00.000Z`, 86_400_000));

/** The query of the list. The last day counts whole: the period of the API ends before its `to`. */
export const queryOf = ({ from, to, province, ...others }: Filters): Record<string, string> => {
  // What an agency holds now is asked for without a period.
  if (others.agency !== '' && from === '' && to === '') return others;
  return { ...others, province, 'received.from': from, 'received.to': to === '' ? '' : dayAfter(to) };
};

const ANY = { id: '', name: 'Tất cả' };
const STATUSES = [ANY, ...Object.entries(STATUS_WORDS).map(([id, name]) => ({ id, name }))];
const LATE = [ANY, { id: 'true', name: 'Quá hạn' }, { id: 'false', name: 'Đúng hạn' }];

interface FiltersProps {
  filters: Filters;
  categories: readonly CategoryItem[];
  onChange: (part: Partial<Filters>) => void;
  onSearch: () => void;
}

/** Text filters: label and hint by the filter's name. */
const TEXTS: readonly [key: 'agency' | 'unit', label: string, hint: string][] = [
  ['agency', 'Mã đơn vị giải quyết', 'Ví dụ: ubnd-xa/w:26773@0'],
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
      <TextField
        id="from"
        type="date"
        label="Tiếp nhận từ ngày"
        value={filters.from}
        onValue={(from) => {
          onChange({ from });
        }}
      />
      <TextField
        id="to"
        type="date"
        label="Đến hết ngày"
        value={filters.to}
        onValue={(to) => {
          onChange({ to });
        }}
      />
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
    <button type="submit">Tìm</button>
  </form>
);
