import { agencyOn, splitAgencyId, type Agency } from '../registry/agency-on.js';
import type { AgencyVersion, Tier } from '../registry/agency.js';
import type { Registry } from '../registry/registry.js';
import type { Unit } from '../registry/unit.js';
import { addDays } from '../deadline/local-day.js';
import { isValidOn, localDayOf, type Instant, type LocalDay } from '../time.js';
import { explainStep } from './explain.js';
import { siteOf } from './place.js';
import { resolveJurisdiction } from './resolve-jurisdiction.js';
import { nextWhenLate } from './rule-lead.js';
import { toRef, type Decided, type Matter, type Verdict } from './verdict.js';

/** The last version of a body that ended on or before a day. */
const lastVersion = (registry: Registry, id: string, day: LocalDay): AgencyVersion | undefined =>
  registry
    .versions(splitAgencyId(id).baseId)
    .filter(({ validFrom }) => validFrom === null || validFrom <= day)
    .at(-1);

/** The unit that a unit has become as a whole by a day; null when it was divided or abolished. */
export const wholeSuccessor = (registry: Registry, unitId: string, day: LocalDay): Unit | null => {
  const unit = registry.unit(unitId);
  if (unit === undefined) return null;
  if (isValidOn(unit, day)) return unit;
  const edges = registry.edgesFrom(unitId);
  const [edge] = edges;
  return edges.length === 1 && edge?.extent === 'whole' && edge.newId !== null
    ? wholeSuccessor(registry, edge.newId, day)
    : null;
};

/** A body on the same pattern in the unit that its own has become: a ward's, a province's. */
const byLineage = (registry: Registry, agencyId: string, day: LocalDay): Agency | null => {
  const { baseId, key } = splitAgencyId(agencyId);
  const unit = key === null ? null : wholeSuccessor(registry, key, day);
  return unit === null ? null : agencyOn(registry, `${baseId}/${unit.id}`, day);
};

/** Its only successor, when one body has taken over everything; followed further if that has ended too. */
export const onlySuccessor = (registry: Registry, agencyId: string, day: LocalDay): Agency | null => {
  const version = lastVersion(registry, agencyId, day);
  if (version === undefined) return null;
  if (version.successors.length === 0 || version.successors.some(([, extent]) => extent === 'lineage'))
    return byLineage(registry, agencyId, day);
  const [only, ...others] = version.successors;
  if (only?.[1] !== 'whole' || others.length > 0 || only[0] === agencyId) return null;
  return agencyOn(registry, only[0], day) ?? onlySuccessor(registry, only[0], day);
};

const taken = (registry: Registry, successor: Agency, told: { before: string; day: LocalDay }): Decided => {
  const { unit, version } = successor;
  const site = unit === null ? null : siteOf(registry, unit, told.day);
  const above = site === null ? null : nextWhenLate({ registry, site, against: null }, null, successor);
  return {
    kind: 'decided',
    lead: toRef(successor),
    support: [],
    rule: 'lineage',
    tier: version.tier === 'xa' || version.tier === 'huyen' ? version.tier : 'tinh',
    basis: version.basis,
    sources: version.source,
    status: version.status,
    reason: explainStep(told.before, successor, 'reform'),
    unknownConditions: [],
    escalate: above === null ? null : toRef(above),
    area: '*',
  };
};

/** As it was called on its last day. */
const nameBefore = (registry: Registry, agencyId: string, day: LocalDay): string => {
  const unit = registry.unit(splitAgencyId(agencyId).key ?? '');
  const ends = [lastVersion(registry, agencyId, day)?.validTo, unit?.validTo];
  const end = ends.filter((each) => each != null && each <= day).sort()[0];
  return (end == null ? null : agencyOn(registry, agencyId, addDays(end, -1)))?.name ?? 'Cơ quan trước đây';
};

/** A body of the province does not hand work back to the wards when it is reorganised. */
const floorFor = (version: AgencyVersion | undefined): Tier | null =>
  version?.tier === 'tinh' ? 'tinh' : null;

/**
 * Who takes over the task of a body that no longer exists. Renamed, merged or carried on by lineage: the one that took
 * everything. Otherwise (a district, its police, divided work): the category's rule at the place on the day, so a ward
 * that was divided asks for a point and waits at the reception desk.
 */
export const successorFor = (
  registry: Registry,
  matter: Matter,
  { agencyId, at }: { agencyId: string; at: Instant },
): Verdict => {
  const day = localDayOf(at);
  const successor = onlySuccessor(registry, agencyId, day);
  if (successor !== null && successor.id !== matter.against)
    return taken(registry, successor, { before: nameBefore(registry, agencyId, day), day });
  const startTier = floorFor(lastVersion(registry, agencyId, day));
  return resolveJurisdiction(registry, { ...matter, startTier }, at);
};
