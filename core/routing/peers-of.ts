import { agencyOn, splitAgencyId, type Agency } from '../registry/agency-on.js';
import { parseArea } from '../registry/area.js';
import type { Registry } from '../registry/registry.js';
import type { Unit } from '../registry/unit.js';
import { isValidOn, type LocalDay } from '../time.js';
import type { Site } from './place.js';
import { isPolitical } from './rule-lead.js';

/** Bodies that take in, watch or advise; nothing is transferred to them. */
const NOT_HANDLERS = ['ttnd', 'khu-pho', 'tong-dai', 'khan-cap', 'chu-tich', 'thanh-tra'];
/** Offices inside a People's Committee: it assigns them itself. */
const INNER_OFFICES = ['phong', 'doi', 'van-phong', 'trung-tam'];

const unitsBelow = (
  registry: Registry,
  unit: Unit,
  wanted: { level: Unit['level']; day: LocalDay },
): Unit[] =>
  registry
    .children(unit.id)
    .filter((each) => isValidOn(each, wanted.day))
    .flatMap((each) => (each.level === wanted.level ? [each] : unitsBelow(registry, each, wanted)));

const instances = (
  registry: Registry,
  version: { id: string; areaUnitPattern: string },
  site: Site,
): string[] => {
  const area = parseArea(version.areaUnitPattern);
  if (area?.kind === 'unit') return area.unitId === site.province.id ? [version.id] : [];
  if (area?.kind !== 'each') return [];
  if (area.level === 'province') return [`${version.id}/${site.province.id}`];
  return unitsBelow(registry, site.province, { level: area.level, day: site.day }).map(
    ({ id }) => `${version.id}/${id}`,
  );
};

const handles = (agency: Agency, isParty: boolean): boolean => {
  const { kind, tier } = agency.version;
  if (NOT_HANDLERS.includes(kind)) return false;
  if (tier !== 'tinh' && INNER_OFFICES.includes(kind)) return false;
  return isPolitical(agency) === isParty;
};

/** Tiers to which a body may hand over directly: its own; the reception desk sorts to any. */
const tiersFor = (registry: Registry, holder: Agency): readonly string[] => {
  const isDesk = splitAgencyId(holder.id).baseId === splitAgencyId(registry.triageDesk).baseId;
  return isDesk ? ['xa', 'huyen', 'tinh'] : [holder.version.tier];
};

/** Bodies of some tiers in a province that handle petitions, on a day; those at the place first. */
export const handlersIn = (
  registry: Registry,
  site: Site,
  { tiers, isParty }: { tiers: readonly string[]; isParty: boolean },
): Agency[] => {
  const versions = registry
    .agencyVersions()
    .filter((version) => isValidOn(version, site.day) && tiers.includes(version.tier));
  const found = versions
    .flatMap((version) => instances(registry, version, site))
    .flatMap((id) => agencyOn(registry, id, site.day) ?? [])
    .filter((agency) => handles(agency, isParty));
  const here = new Set([site.ward?.id, site.district?.id]);
  const isHere = (agency: Agency) => (here.has(agency.unit?.id) ? 0 : 1);
  return found.sort((a, b) => isHere(a) - isHere(b) || a.name.localeCompare(b.name, 'vi'));
};

/** Bodies of the holder's tier in its province, on a day: the targets of a transfer, those at the place first. */
export const peersOf = (registry: Registry, holder: Agency, site: Site): Agency[] =>
  handlersIn(registry, site, {
    tiers: tiersFor(registry, holder),
    isParty: isPolitical(holder),
  }).filter(({ id }) => id !== holder.id);
