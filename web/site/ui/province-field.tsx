import { useEffect, useState } from 'preact/hooks';
import { addDays } from '../../../core/deadline/local-day.js';
import { dayWords } from '../../words/dates.js';
import { api, type UnitItem } from '../api.js';
import { SelectField } from './fields.js';
import { HOME_PROVINCE } from './province.js';

/** "Hồ Chí Minh", "Hồ Chí Minh, đến 06/2025": without the kind, so that typing the name finds it in the list. */
const nameOf = ({ name, validTo }: UnitItem): string => {
  const bare = name.replace(/^(Thành phố|Tỉnh) /, '');
  return validTo === undefined ? bare : `${bare}, đến ${dayWords(addDays(validTo, -1)).slice(3)}`;
};

/** Until the list has come, and where it does not come, the province proposed is the only one to choose. */
const useProvinces = (proposed: string): { id: string; name: string }[] => {
  const [options, setOptions] = useState([{ id: proposed, name: HOME_PROVINCE }]);
  useEffect(() => {
    const show = ({ items }: { items: UnitItem[] }): void => {
      if (items.length > 0) setOptions(items.map((item) => ({ id: item.id, name: nameOf(item) })));
    };
    api.provinces().then(show, () => undefined);
  }, []);
  return options;
};

/** Provinces by name, former ones too: a petition stays where it was received. */
export const ProvinceField = ({ value, onValue }: { value: string; onValue: (province: string) => void }) => (
  <SelectField
    id="province"
    label="Tỉnh, thành phố"
    hint="Kiến nghị nhận trước ngày sáp nhập nằm ở tỉnh, thành phố cũ."
    options={useProvinces(value)}
    value={value}
    onValue={onValue}
  />
);
