import type { LocalDay } from '../time.js';
import { agencyOn, type Agency } from './agency-on.js';
import { parseArea } from './area.js';
import type { Registry } from './registry.js';

/** Every body that holds a function for a whole province on a day. More than one is a fault of the data. */
export const holdersIn = (
  registry: Registry,
  fn: string,
  where: { provinceId: string; day: LocalDay },
): Agency[] => {
  const ids = registry.holdersOf(fn).flatMap((version) => {
    const area = parseArea(version.areaUnitPattern);
    if (area?.kind === 'unit' && area.unitId === where.provinceId) return [version.id];
    return area?.kind === 'each' && area.level === 'province' ? [`${version.id}/${where.provinceId}`] : [];
  });
  return [...new Set(ids)]
    .map((id) => agencyOn(registry, id, where.day))
    .filter((agency) => agency?.version.functions.includes(fn) === true) as Agency[];
};
