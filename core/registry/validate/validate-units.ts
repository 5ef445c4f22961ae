import { groupBy } from '../lazy.js';
import type { RegistryParts } from '../parts.js';
import { latestProvince } from '../partition.js';
import { buildRegistry, type Registry } from '../registry.js';
import { toUnit, UnitSchema, type Unit } from '../unit.js';
import { earlierEnd, overlaps } from '../validity.js';
import { error, type Finding } from './finding.js';
import { issuesOf } from './validate-files.js';

const FILE = 'units.json';
const LINEAGE = 'lineage.json';

const twice = (units: readonly Unit[]): Finding[] =>
  [...groupBy(units, ({ id }) => id)]
    .filter(([, rows]) => rows.length > 1)
    .map(([id]) =>
      error(FILE, id, { what: 'the id is given twice', mend: 'give each period of a unit its own id' }),
    );

const parents = (registry: Registry, unit: Unit): Finding[] => {
  if (unit.level === 'province') return [];
  const parent = registry.unit(unit.parentId ?? '');
  if (parent === undefined)
    return [
      error(FILE, unit.id, {
        what: `unknown parent ${unit.parentId ?? '(none)'}`,
        mend: 'name a unit of this file',
      }),
    ];
  const startsBefore =
    parent.validFrom !== null && (unit.validFrom === null || unit.validFrom < parent.validFrom);
  const endsAfter = earlierEnd(parent.validTo, unit.validTo) !== unit.validTo;
  if (!startsBefore && !endsAfter) return [];
  return [
    error(FILE, unit.id, {
      what: `is in force while its parent ${parent.id} is not`,
      mend: 'end or begin both together',
    }),
  ];
};

const codes = (units: readonly Unit[]): Finding[] =>
  [...groupBy(units, ({ level, gsoCode }) => `${level} ${gsoCode}`)].flatMap(([code, rows]) =>
    rows.flatMap((unit, i) =>
      rows
        .slice(i + 1)
        .filter((other) => overlaps(unit, other))
        .map((other) =>
          error(FILE, unit.id, {
            what: `overlaps ${other.id}: both are ${code}`,
            mend: 'end one where the other begins',
          }),
        ),
    ),
  );

const edgesOf = (registry: Registry, unit: Unit): Finding[] => {
  const edges = registry.edgesFrom(unit.id);
  if (unit.validTo !== null && edges.length === 0)
    return [
      error(LINEAGE, unit.id, {
        what: 'the unit ends but nothing says what became of it',
        mend: 'add its edges',
      }),
    ];
  if (edges.length > 1 && edges.some(({ extent }) => extent === 'whole'))
    return [
      error(LINEAGE, unit.id, {
        what: 'whole and divided at once',
        mend: 'use one whole edge, or only part',
      }),
    ];
  return edges.flatMap(({ newId }) => {
    if (newId === null) return [];
    const heir = registry.unit(newId);
    if (heir === undefined)
      return [error(LINEAGE, unit.id, { what: `unknown unit ${newId}`, mend: 'name a unit of units.json' })];
    if (heir.validFrom !== unit.validTo)
      return [
        error(LINEAGE, unit.id, {
          what: `${newId} does not begin on the day on which it ends`,
          mend: 'let the days meet',
        }),
      ];
    if (latestProvince(registry, heir).id === latestProvince(registry, unit).id) return [];
    return [
      error(LINEAGE, unit.id, {
        what: `${newId} belongs to another province's chain`,
        mend: 'parts of a release are made per province: add the edge of the province, or split the parts anew',
      }),
    ];
  });
};

/** Units and lineage: known parents, one unit per code and day, chains that meet. */
export const validateUnits = (parts: RegistryParts): Finding[] => {
  const units = parts.units.units.map(toUnit);
  const form = units.flatMap((unit) => issuesOf(UnitSchema, unit, { file: FILE, place: unit.id }));
  if (form.length > 0) return form;
  const registry = buildRegistry(parts);
  const strangers = parts.lineage.edges
    .filter(([oldId]) => registry.unit(oldId) === undefined)
    .map(([oldId]) =>
      error(LINEAGE, oldId, { what: `unknown unit ${oldId}`, mend: 'name a unit of units.json' }),
    );
  const parentFaults = units.flatMap((unit) => parents(registry, unit));
  const before = [...twice(units), ...parentFaults, ...codes(units), ...strangers];
  // Chains can only be followed when every unit has its parents.
  return parentFaults.length > 0 ? before : [...before, ...units.flatMap((unit) => edgesOf(registry, unit))];
};
