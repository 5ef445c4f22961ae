import { isValidOn, localDayOf, type Instant, type LocalDay } from '../time.js';
import { displayName } from './unit-name.js';
import type { UnitNames } from './unit-names.js';

export interface ListedProvince {
  id: string;
  /** "Thành phố Hồ Chí Minh". */
  name: string;
  isCurrent: boolean;
  /** First day on which a former province was no more: tells apart those of one name. */
  validTo?: LocalDay;
}

/**
 * The provinces in force, then the former ones, each by name. Former ones stay to be chosen: what was received in their
 * time is kept under their id.
 */
export const listProvinces = (names: UnitNames, at: Instant): ListedProvince[] => {
  const day = localDayOf(at);
  return names
    .provinces()
    .filter(({ validFrom }) => validFrom === null || validFrom <= day)
    .map((unit) => ({ unit, isCurrent: isValidOn(unit, day) }))
    .sort(
      (a, b) =>
        Number(b.isCurrent) - Number(a.isCurrent) ||
        a.unit.name.localeCompare(b.unit.name, 'vi') ||
        (a.unit.validTo ?? '').localeCompare(b.unit.validTo ?? ''),
    )
    .map(({ unit, isCurrent }) => ({
      id: unit.id,
      name: displayName(unit, names.displayPrefix),
      isCurrent,
      ...(isCurrent || unit.validTo === null ? {} : { validTo: unit.validTo }),
    }));
};
