import { CheckField, SelectField, TextField } from '../ui/fields.js';
import { ANY, type Filters } from './filters.js';

const TIERS = [
  ANY,
  { id: 'xa', name: 'Xã, phường' },
  { id: 'huyen', name: 'Quận, huyện' },
  { id: 'lien-xa', name: 'Liên xã, phường' },
  { id: 'tinh', name: 'Tỉnh, thành phố' },
];
const LANES = [
  ANY,
  { id: 'admin', name: 'Cơ quan hành chính' },
  { id: 'party', name: 'Cơ quan Đảng, Mặt trận' },
];
const ORDERS = [
  { id: '', name: 'Theo ngày tiếp nhận' },
  { id: 'running', name: 'Đang giải quyết, đến hạn trước' },
  { id: 'decidedLate', name: 'Trả lời quá hạn trong tháng, trễ nhất trước' },
];

interface Props {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}

type Key = 'order' | 'month' | 'lane' | 'tier' | 'lateDays' | 'transfersOver' | 'former';

/** What happened on the way: each is asked for or not. */
const MARKS: readonly [key: 'escalated' | 'reopened' | 'undelivered' | 'provisional', label: string][] = [
  ['escalated', 'Đã chuyển lên cấp trên vì quá hạn'],
  ['reopened', 'Đã mở lại'],
  ['undelivered', 'Có thư bị trả lại'],
  ['provisional', 'Hạn tạm tính'],
];

const MarkFilters = ({ filters, onChange }: Props) => (
  <fieldset>
    <legend>Chỉ những kiến nghị</legend>
    {MARKS.map(([key, label]) => (
      <CheckField
        key={key}
        id={key}
        label={label}
        isChecked={filters[key] === 'true'}
        onChecked={(checked) => {
          onChange({ [key]: checked ? 'true' : '' });
        }}
      />
    ))}
  </fieldset>
);

/** Filters that few questions need, folded away. */
export const MoreFilters = ({ filters, onChange }: Props) => {
  const set = (key: Key) => (value: string) => {
    onChange({ [key]: value.trim() });
  };
  return (
    <details>
      <summary>Lọc thêm</summary>
      <div class="filters">
        <SelectField
          id="order"
          label="Thứ tự"
          options={ORDERS}
          value={filters.order}
          onValue={set('order')}
        />
        {filters.order === 'decidedLate' ? (
          <TextField
            id="month"
            type="month"
            label="Tháng trả lời"
            value={filters.month}
            onValue={set('month')}
          />
        ) : null}
        <SelectField id="lane" label="Luồng" options={LANES} value={filters.lane} onValue={set('lane')} />
        <SelectField
          id="tier"
          label="Cấp đang giữ hoặc đã trả lời"
          options={TIERS}
          value={filters.tier}
          onValue={set('tier')}
        />
        <TextField
          id="lateDays"
          label="Trễ ít nhất (ngày)"
          value={filters.lateDays}
          onValue={set('lateDays')}
        />
        <TextField
          id="transfersOver"
          label="Chuyển đơn vị nhiều hơn (lần)"
          value={filters.transfersOver}
          onValue={set('transfersOver')}
        />
        <TextField
          id="former"
          label="Mã đơn vị đã từng giữ"
          hint="Ví dụ: ubnd-xa/w:26773@0"
          value={filters.former}
          onValue={set('former')}
        />
      </div>
      <MarkFilters filters={filters} onChange={onChange} />
    </details>
  );
};
