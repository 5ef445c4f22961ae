import type { Registry } from './registry.js';
import type { Unit } from './unit.js';

type Prefixes = Readonly<Record<string, string>>;

/** "Quận 12", "Thành phố Sa Đéc". */
export const displayName = (unit: Pick<Unit, 'kind' | 'name'>, prefixes: Prefixes): string =>
  `${prefixes[unit.kind] ?? unit.kind} ${unit.name}`;

/** The unit, its district where there is one, its province: the parents of a unit outlive it. */
export const ancestry = (registry: Pick<Registry, 'unit'>, unit: Unit): Unit[] => {
  const line = [unit];
  for (let above = unit.parentId; above !== null;) {
    const parent = registry.unit(above);
    if (parent === undefined) break;
    line.push(parent);
    above = parent.parentId;
  }
  return line;
};

/** "Phường Thới An, Quận 12, Thành phố Hồ Chí Minh": as it is, or was last, called. */
export const fullName = (registry: Pick<Registry, 'unit' | 'displayPrefix'>, unit: Unit): string =>
  ancestry(registry, unit)
    .map((each) => displayName(each, registry.displayPrefix))
    .join(', ');
