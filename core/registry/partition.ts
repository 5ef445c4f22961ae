import type { Registry } from './registry.js';
import { ancestry } from './unit-name.js';
import type { Unit } from './unit.js';

/** The last province of the chain: the name under which the data of a province are kept. */
export const latestProvince = (registry: Pick<Registry, 'unit' | 'edgesFrom'>, unit: Unit): Unit => {
  const province = ancestry(registry, unit).at(-1) ?? unit;
  const next = registry.edgesFrom(province.id).find(({ extent }) => extent === 'whole')?.newId;
  const heir = next == null ? undefined : registry.unit(next);
  return heir === undefined ? province : latestProvince(registry, heir);
};
