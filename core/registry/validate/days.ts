import type { LocalDay } from '../../time.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry } from '../registry.js';

/** First day on which the data claim to be complete. */
export const FIRST_DAY: LocalDay = '2021-01-01';

/** Every day on which an agency, a rule or a province begins or ends: between two of them nothing changes. */
export const turningDays = (parts: RegistryParts): LocalDay[] => {
  const registry = buildRegistry(parts);
  const agencies = registry.agencyVersions().flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const rules = registry.categories().flatMap(({ rules }) => rules.flatMap(({ from, to }) => [from, to]));
  const provinces = registry.provinces().flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const days = [...agencies, ...rules, ...provinces].filter(
    (day): day is LocalDay => day !== null && day > FIRST_DAY,
  );
  return [...new Set([FIRST_DAY, ...days])].sort();
};
