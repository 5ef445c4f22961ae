import { agencyOn, provinceOfAgency, type Agency } from '../registry/agency-on.js';
import { holdersIn } from '../registry/holder-of.js';
import type { Registry } from '../registry/registry.js';
import { isValidOn, type LocalDay } from '../time.js';
import { provincialBody } from './place.js';

/** The superior that a shared body has whichever it is: used while nobody has entered which one serves the place. */
const superiorOfPattern = (registry: Registry, baseId: string, day: LocalDay): Agency | null => {
  const version = registry.versions(baseId).find((each) => isValidOn(each, day));
  return version?.superior == null ? null : agencyOn(registry, version.superior, day);
};

/** The shared body that serves the ward of `agency`. */
const sharedBody = (
  registry: Registry,
  agency: Agency,
  ask: { baseId: string; day: LocalDay },
): Agency | null => {
  const { baseId, day } = ask;
  const instance = agency.unit === null ? undefined : registry.assignment(baseId, agency.unit.id, day);
  return instance === undefined
    ? superiorOfPattern(registry, baseId, day)
    : agencyOn(registry, `${baseId}/${instance}`, day);
};

const BY_PLACE = '/{by-place}';

const named = (
  registry: Registry,
  agency: Agency,
  ask: { pattern: string; day: LocalDay },
): Agency | null => {
  const { pattern, day } = ask;
  const provinceId = provinceOfAgency(registry, agency)?.id ?? '';
  if (pattern.startsWith('fn:'))
    return holdersIn(registry, pattern.slice('fn:'.length), { provinceId, day })[0] ?? null;
  if (pattern.endsWith(BY_PLACE))
    return sharedBody(registry, agency, { baseId: pattern.slice(0, -BY_PLACE.length), day });
  const id = pattern
    .replace('{unit}', agency.unit?.id ?? '')
    .replace('{parent}', agency.unit?.parentId ?? '')
    .replace('{province}', provinceId);
  return agencyOn(registry, id, day);
};

/**
 * Who stands above a body on a day. Null above the last owner, above the province's Party and Front bodies, and for
 * bodies that answer to no one in the province. Where the data name a superior that nobody is that day: the last owner.
 */
export const superiorOf = (registry: Registry, agency: Agency, day: LocalDay): Agency | null => {
  const pattern = agency.version.superior;
  if (pattern === null) return null;
  const found = named(registry, agency, { pattern, day });
  if (found !== null && found.id !== agency.id) return found;
  const province = provinceOfAgency(registry, agency);
  return province === undefined ? null : provincialBody(registry, registry.lastOwner, { province, day });
};
