import { foldTexts } from './fold-text.js';
import { groupBy, lazy } from './lazy.js';
import { toEdge } from './lineage.js';
import type { LineageFile } from './lineage.js';
import type { Registry } from './registry.js';
import { ancestry, displayName } from './unit-name.js';
import { toUnit, type Unit, type UnitsFile } from './unit.js';

/** Names of all units of the country: enough to find a place and the part of the release that knows more. */
export interface UnitNames extends Pick<Registry, 'unit' | 'displayPrefix'> {
  provinces(): readonly Unit[];
  /** What people may type for a unit, folded: own name, other spelling, the names above it. */
  folded(): readonly FoldedUnit[];
  /** The latest province of a unit's chain of provinces: the key of its part in a release. */
  partitionOf(unitId: string): string | undefined;
}

export interface FoldedUnit {
  unit: Unit;
  /** Own names, most common first. */
  own: string[];
  /** Words of the full name and of other spellings. */
  words: string[];
}

/** Folding is what a search costs: all names in one pass, those of districts and provinces once. */
const foldWards = (
  names: UnitNames,
  units: readonly Unit[],
  spellings: ReadonlyMap<string, string[]>,
): FoldedUnit[] => {
  const folded = foldTexts(units.map((unit) => displayName(unit, names.displayPrefix)));
  const bare = foldTexts(units.map(({ name }) => name));
  const wordsById = new Map(units.map(({ id }, i) => [id, (folded[i] ?? '').split(' ')]));
  const wordsOf = (unit: Unit) => ancestry(names, unit).flatMap(({ id }) => wordsById.get(id) ?? []);
  return units.flatMap((unit, i) => {
    if (unit.level !== 'ward') return [];
    const others = foldTexts(spellings.get(unit.id) ?? []).filter((name) => name !== '');
    return {
      unit,
      own: [bare[i] ?? '', ...others],
      words: [...wordsOf(unit), ...others.flatMap((o) => o.split(' '))],
    };
  });
};

/** Built from the units and the lineage of the provinces alone; expands nothing before it is asked. */
export const buildUnitNames = (
  units: Pick<UnitsFile, 'units' | 'altNames' | 'displayPrefix'>,
  lineage: Pick<LineageFile, 'edges'>,
): UnitNames => {
  const byId = lazy(() => new Map(units.units.map((row) => [String(row[0]), toUnit(row)])));
  const heirs = lazy(
    () =>
      new Map(lineage.edges.filter(([id]) => id.startsWith('p:')).map((row) => [row[0], toEdge(row).newId])),
  );
  const spellings = lazy(() => {
    const groups = groupBy(units.altNames, ([id]) => id);
    return new Map([...groups].map(([id, rows]) => [id, rows.map(([, name]) => name)]));
  });
  const latest = (id: string): string => {
    const heir = heirs().get(id);
    return heir == null ? id : latest(heir);
  };
  const names: UnitNames = {
    displayPrefix: units.displayPrefix,
    unit: (id) => byId().get(id),
    provinces: lazy(() => [...byId().values()].filter(({ level }) => level === 'province')),
    folded: lazy(() => foldWards(names, [...byId().values()], spellings())),
    partitionOf: (unitId) => {
      const unit = byId().get(unitId);
      const province = unit === undefined ? undefined : ancestry(names, unit).at(-1);
      return province === undefined ? undefined : latest(province.id);
    },
  };
  return names;
};
