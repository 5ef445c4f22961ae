import { isValidOn, type LocalDay } from '../../time.js';
import { superiorOf } from '../../routing/superior.js';
import { agencyOn, type Agency } from '../agency-on.js';
import { AgencyVersionSchema, type AgencyVersion } from '../agency.js';
import { parseArea } from '../area.js';
import { holdersIn } from '../holder-of.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry, type Registry } from '../registry.js';
import type { Unit } from '../unit.js';
import { overlaps } from '../validity.js';
import { turningDays } from './days.js';
import { expressionFault } from './expression.js';
import { error, type Finding } from './finding.js';
import { issuesOf } from './validate-files.js';

const FILE = 'agencies.json';
const label = ({ id, validFrom }: AgencyVersion): string => `${id} from ${validFrom ?? 'the beginning'}`;

const versionFaults = (registry: Registry, version: AgencyVersion): Finding[] => {
  const area = parseArea(version.areaUnitPattern);
  const unitId = area?.kind === 'unit' ? area.unitId : area?.kind === 'each' ? area.within : null;
  const faults = [
    area === null ? `areaUnitPattern not understood: ${version.areaUnitPattern}` : null,
    unitId !== null && registry.unit(unitId) === undefined ? `unknown unit ${unitId}` : null,
    version.superior === null ? null : expressionFault(registry, version.superior),
    ...version.successors.map(([id]) => expressionFault(registry, id)),
  ];
  const twins = registry
    .versions(version.id)
    .filter((other) => other !== version && overlaps(version, other));
  const told = faults.flatMap((what) =>
    what === null ? [] : [{ what, mend: 'name what columnsHelp allows, or add the agency' }],
  );
  return [
    ...told.map((each) => error(FILE, label(version), each)),
    ...twins.map((twin) =>
      error(FILE, label(version), {
        what: `its validity overlaps ${label(twin)}`,
        mend: 'end one where the other begins',
      }),
    ),
  ];
};

const singletons = (registry: Registry, day: LocalDay): Finding[] =>
  registry
    .provinces()
    .filter((province) => isValidOn(province, day))
    .flatMap((province) =>
      [registry.lastOwner, registry.triageDesk, registry.fallback]
        .map((pattern) => pattern.replace('{province}', province.id))
        .filter((id) => agencyOn(registry, id, day) === null)
        .map((id) =>
          error(FILE, id, {
            what: `does not exist on ${day}, but every province needs it`,
            mend: 'add a version each:province',
          }),
        ),
    );

/** Provinces with bodies of their own, and one that stands for all others: patterns are alike everywhere. */
const distinctProvinces = (registry: Registry, day: LocalDay): Unit[] => {
  const inForce = registry.provinces().filter((province) => isValidOn(province, day));
  const areas = registry.agencyVersions().map(({ areaUnitPattern }) => areaUnitPattern);
  const own = inForce.filter(({ id }) => areas.includes(`unit:${id}`));
  const other = inForce.find((province) => !own.includes(province));
  return other === undefined ? own : [...own, other];
};

const doubleHolders = (registry: Registry, day: LocalDay): Finding[] => {
  const functions = new Set(registry.agencyVersions().flatMap((version) => version.functions));
  const provinces = distinctProvinces(registry, day);
  return provinces.flatMap((province) =>
    [...functions].flatMap((fn) => {
      const holders = holdersIn(registry, fn, { provinceId: province.id, day });
      if (holders.length < 2) return [];
      const names = holders.map(({ id }) => id).join(' and ');
      return [
        error(FILE, fn, {
          what: `${names} both hold it in ${province.id} on ${day}`,
          mend: 'leave the function to one of them',
        }),
      ];
    }),
  );
};

/** The first body of a pattern at or below some units; ends at the first level that has one. */
const firstBody = (
  registry: Registry,
  baseId: string,
  from: { units: readonly Unit[]; day: LocalDay },
): Agency | null => {
  for (let level = from.units; level.length > 0; level = level.flatMap(({ id }) => registry.children(id)))
    for (const { id } of level) {
      const found = agencyOn(registry, `${baseId}/${id}`, from.day);
      if (found !== null) return found;
    }
  return null;
};

/** One body of every pattern in every province would be too many: one of each pattern says the same. */
const samples = (registry: Registry, day: LocalDay): Agency[] =>
  registry
    .agencyVersions()
    .filter((version) => isValidOn(version, day))
    .flatMap(({ id, areaUnitPattern }) => {
      const area = parseArea(areaUnitPattern);
      if (area?.kind !== 'each') return agencyOn(registry, id, day) ?? [];
      const within = area.within === null ? undefined : registry.unit(area.within);
      const inForce = registry.provinces().filter((province) => isValidOn(province, day));
      const units = within === undefined ? inForce.slice(0, 1) : [within];
      return firstBody(registry, id, { units, day }) ?? [];
    });

const cycleFrom = (registry: Registry, start: Agency, day: LocalDay): string | null => {
  const seen = [start.id];
  for (let next = superiorOf(registry, start, day); next !== null; next = superiorOf(registry, next, day)) {
    if (seen.includes(next.id)) return [...seen, next.id].join(' -> ');
    seen.push(next.id);
  }
  return null;
};

const cycles = (registry: Registry, day: LocalDay): Finding[] =>
  samples(registry, day).flatMap((agency) => {
    const cycle = cycleFrom(registry, agency, day);
    if (cycle === null) return [];
    return [
      error(FILE, agency.id, {
        what: `the superiors run in a circle on ${day}: ${cycle}`,
        mend: 'name a superior above',
      }),
    ];
  });

/** Agencies: readable patterns, no overlap, one holder per function, chains of superiors that end. */
export const validateAgencies = (parts: RegistryParts): Finding[] => {
  const registry = buildRegistry(parts);
  const versions = registry.agencyVersions();
  const form = versions.flatMap((version) =>
    issuesOf(AgencyVersionSchema, version, { file: FILE, place: version.id }),
  );
  if (form.length > 0) return form;
  const rows = versions.flatMap((version) => versionFaults(registry, version));
  const days = turningDays(parts);
  const missing = days.flatMap((day) => singletons(registry, day));
  // Chains lead to the last owner: without it there is nothing to follow.
  if (missing.length > 0) return [...rows, ...missing];
  return [...rows, ...days.flatMap((day) => [...doubleHolders(registry, day), ...cycles(registry, day)])];
};
