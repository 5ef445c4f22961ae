import type { CalendarYear } from '../deadline/calendar.js';
import type { Closure } from '../deadline/closure.js';
import { isValidOn, type LocalDay } from '../time.js';
import { toAgencyVersions, type AgencyVersion } from './agency.js';
import { toAssignments, type AssignmentRow } from './assignment.js';
import { toCategories, toConditions, type Category, type Condition } from './competence.js';
import { groupBy, lazy } from './lazy.js';
import { toEdge, type LineageEdge } from './lineage.js';
import type { PolygonSet, RegistryParts } from './parts.js';
import type { ServiceLevelsFile } from './service-level.js';
import { toUnit, type Unit } from './unit.js';

/** The reviewed data of one province (or of the country) with the indices that routing asks. Immutable. */
export interface Registry {
  unit(id: string): Unit | undefined;
  /** Units of all periods whose parent is `id`. */
  children(id: string): readonly Unit[];
  provinces(): readonly Unit[];
  /** What became of a unit; empty when it is in force or unknown. */
  edgesFrom(id: string): readonly LineageEdge[];
  /** What a unit was made of. */
  edgesTo(id: string): readonly LineageEdge[];
  /** All periods of an agency or pattern, in file order. */
  versions(baseId: string): readonly AgencyVersion[];
  agencyVersions(): readonly AgencyVersion[];
  /** Periods of the agencies that hold a function somewhere. */
  holdersOf(fn: string): readonly AgencyVersion[];
  category(code: string): Category | undefined;
  categories(): readonly Category[];
  condition(key: string): Condition | undefined;
  /** Which body serves `wardId` for a shared agency on that day; undefined = not entered. */
  assignment(baseId: string, wardId: string, day: LocalDay): string | undefined;
  zoneName(baseId: string, key: string): string | undefined;
  hosts(baseId: string): readonly string[];
  polygonSets: readonly PolygonSet[];
  serviceLevels: ServiceLevelsFile;
  calendars: readonly CalendarYear[];
  closures: readonly Closure[];
  /** Named areas of the rules: provinces by name; `*` is everywhere. */
  areas: ReadonlyMap<string, readonly string[]>;
  displayPrefix: Readonly<Record<string, string>>;
  altNames: readonly (readonly [string, string])[];
  lastOwner: string;
  triageDesk: string;
  fallback: string;
}

const unitIndex = ({ units, lineage }: RegistryParts) => {
  const byId = lazy(() => new Map(units.units.map((row) => [String(row[0]), toUnit(row)])));
  const byParent = lazy(() => groupBy([...byId().values()], (unit) => unit.parentId ?? ''));
  const edges = lazy(() => lineage.edges.map(toEdge));
  const from = lazy(() => groupBy(edges(), (edge) => edge.oldId));
  const to = lazy(() => groupBy(edges(), (edge) => edge.newId ?? ''));
  return {
    unit: (id: string) => byId().get(id),
    children: (id: string) => byParent().get(id) ?? [],
    provinces: () => byParent().get('') ?? [],
    edgesFrom: (id: string) => from().get(id) ?? [],
    edgesTo: (id: string) => to().get(id) ?? [],
  };
};

const agencyIndex = ({ agencies, assignments }: RegistryParts) => {
  const all = lazy(() => toAgencyVersions(agencies));
  const byId = lazy(() => groupBy(all(), (version) => version.id));
  const byFunction = lazy(() => {
    const pairs = all().flatMap((version) => version.functions.map((fn) => ({ fn, version })));
    return new Map(
      [...groupBy(pairs, ({ fn }) => fn)].map(([fn, found]) => [fn, found.map((p) => p.version)]),
    );
  });
  const key = (row: Pick<AssignmentRow, 'agency' | 'ward'>) => `${row.agency} ${row.ward}`;
  const served = lazy(() => groupBy(toAssignments(assignments), key));
  const zones = lazy(() => new Map(assignments.zones.map(([id, zone, name]) => [`${id} ${zone}`, name])));
  return {
    versions: (baseId: string) => byId().get(baseId) ?? [],
    agencyVersions: all,
    holdersOf: (fn: string) => byFunction().get(fn) ?? [],
    assignment: (agency: string, ward: string, day: LocalDay) =>
      served()
        .get(key({ agency, ward }))
        ?.find((row) => isValidOn(row, day))?.instance,
    zoneName: (baseId: string, zone: string) => zones().get(`${baseId} ${zone}`),
    hosts: (baseId: string) => agencies.hosts[baseId]?.units ?? [],
  };
};

const ruleIndex = ({ competence }: RegistryParts) => {
  const categories = lazy(() => toCategories(competence));
  const byCode = lazy(() => new Map(categories().map((category) => [category.code, category])));
  const conditions = lazy(() => new Map(toConditions(competence).map((found) => [found.key, found])));
  const areas = Object.entries(competence.areas).filter((area): area is [string, string[]] =>
    Array.isArray(area[1]),
  );
  return {
    categories,
    category: (code: string) => byCode().get(code),
    condition: (key: string) => conditions().get(key),
    areas: new Map(areas),
  };
};

/** Builds nothing but closures: each index comes into being with the first question that needs it. */
export const buildRegistry = (parts: RegistryParts): Registry => ({
  ...unitIndex(parts),
  ...agencyIndex(parts),
  ...ruleIndex(parts),
  polygonSets: parts.polygons,
  serviceLevels: parts.serviceLevels,
  calendars: parts.calendars,
  closures: parts.closures,
  displayPrefix: parts.units.displayPrefix,
  altNames: parts.units.altNames,
  lastOwner: parts.agencies.lastOwner,
  triageDesk: parts.agencies.triageDesk,
  fallback: parts.agencies.fallback,
});
