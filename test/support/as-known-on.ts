import type { RegistryParts } from '../../core/registry/parts.js';
import type { LocalDay } from '../../core/time.js';

/** Rows of a column file that had begun by a day; what was to end on a later one has no end yet. */
const known = <Row extends readonly unknown[]>(
  rows: readonly Row[],
  columns: readonly string[],
  { day, names }: { day: LocalDay; names: readonly [string, string] },
): Row[] => {
  const [from, to] = names.map((name) => columns.indexOf(name)) as [number, number];
  const isLater = (value: unknown): boolean => typeof value === 'string' && value > day;
  return rows
    .filter((row) => !isLater(row[from]))
    .map((row) => (isLater(row[to]) ? (row.with(to, null) as unknown as Row) : row));
};

const VALIDITY = ['validFrom', 'validTo'] as const;

/**
 * The reviewed files as they stood before anybody knew of the changes after `day`: those of the reform are decided weeks
 * before they take effect, so petitions are open that know nothing of them. Publishing the files as they are is then
 * the release that abolishes, merges and moves.
 */
export const asKnownOn = (parts: RegistryParts, day: LocalDay): RegistryParts => {
  const { units, lineage, agencies, competence, assignments } = parts;
  const dated = { day, names: VALIDITY };
  const unitColumns = ['id', 'gsoCode', 'level', 'kind', 'name', 'parentId', ...VALIDITY];
  const keptUnits = known(units.units, unitColumns, dated);
  const ids = new Set(keptUnits.map(([id]) => id));
  const isKept = (id: unknown): boolean => typeof id === 'string' && ids.has(id);
  return {
    ...parts,
    units: { ...units, units: keptUnits, altNames: units.altNames.filter(([id]) => isKept(id)) },
    lineage: {
      ...lineage,
      edges: lineage.edges.filter(([from, to]) => isKept(from) && (to === null || isKept(to))),
    },
    agencies: { ...agencies, agencies: known(agencies.agencies, agencies.columns, dated) },
    competence: {
      ...competence,
      categories: competence.categories.map((category) => ({
        ...category,
        rules: known(category.rules, competence.columns, { day, names: ['from', 'to'] }),
        first: Array.isArray(category.first)
          ? category.first.filter(([from]) => from === null || from <= day)
          : category.first,
      })),
    },
    assignments: {
      ...assignments,
      assignments: known(assignments.assignments, assignments.columns, dated).filter((row) =>
        isKept(row[assignments.columns.indexOf('ward')]),
      ),
    },
    polygons: parts.polygons.filter(({ validFrom }) => validFrom <= day),
  };
};
