import { agencyOn, splitAgencyId } from '../agency-on.js';
import { parseArea } from '../area.js';
import type { RegistryParts } from '../parts.js';
import { buildRegistry, type Registry } from '../registry.js';
import { error, type Finding } from './finding.js';

const LEVELS = 'service-levels.json';

/** A body of any day, with its unit where each unit has one. */
const isAgency = (registry: Registry, id: string): boolean => {
  const { baseId, key } = splitAgencyId(id);
  const versions = registry.versions(baseId);
  const isEach = versions.some(({ areaUnitPattern }) => parseArea(areaUnitPattern)?.kind === 'each');
  if (key === null) return versions.length > 0 && !isEach;
  const days = versions.map(({ validFrom }) => validFrom ?? registry.unit(key)?.validFrom ?? '0001-01-01');
  return registry.unit(key) !== undefined || days.some((day) => agencyOn(registry, id, day) !== null);
};

/** A rule that names nobody would ask for no approval, and nobody would notice. */
export const validateHeadApproval = (parts: RegistryParts): Finding[] => {
  const { rules } = parts.serviceLevels.headApproval;
  if (rules.length === 0) return [];
  const registry = buildRegistry(parts);
  return rules.flatMap(({ province, agencies = [] }, i) => {
    const place = `headApproval.rules[${i}]`;
    const unknown = agencies.filter((id) => !isAgency(registry, id));
    return [
      ...(registry.unit(province)?.level === 'province'
        ? []
        : [error(LEVELS, place, { what: `unknown province ${province}`, mend: 'use an id of units.json' })]),
      ...unknown.map((id) =>
        error(LEVELS, place, {
          what: `unknown agency ${id}`,
          mend: 'use an id of agencies.json, with the unit where each unit has such a body',
        }),
      ),
    ];
  });
};
