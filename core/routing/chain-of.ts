import { agencyOn, type Agency } from '../registry/agency-on.js';
import { TIERS } from '../registry/agency.js';
import type { Registry } from '../registry/registry.js';
import type { LocalDay } from '../time.js';
import { handlersIn } from './peers-of.js';
import type { Site } from './place.js';
import { isPolitical } from './rule-lead.js';
import { superiorOf } from './superior.js';

/** Longer than any chain of authorities: faulty data shall not turn in a circle. */
const LONGEST_CHAIN = 8;

/** The superiors of a body on a day, from the next one to the top. */
export const superiorsOf = (registry: Registry, agency: Agency, day: LocalDay): Agency[] => {
  const chain: Agency[] = [];
  for (let at = superiorOf(registry, agency, day); at !== null; at = superiorOf(registry, at, day)) {
    const id = at.id;
    if (id === agency.id || chain.some((each) => each.id === id) || chain.length >= LONGEST_CHAIN) break;
    chain.push(at);
  }
  return chain;
};

/**
 * The lowest body above all of these on a day, the first of which is the holder; those of another tier do not count, nor
 * does the body that the matter is about. Null where no chain joins them.
 */
export const commonSuperiorOf = (
  registry: Registry,
  ids: readonly string[],
  { day, against }: { day: LocalDay; against: string | null },
): Agency | null => {
  const [holder, ...others] = [...new Set(ids)].flatMap((id) => agencyOn(registry, id, day) ?? []);
  if (holder === undefined) return null;
  const chains = others
    .filter(({ version }) => version.tier === holder.version.tier)
    .map((agency) => superiorsOf(registry, agency, day));
  const isAboveAll = ({ id }: Agency) => chains.every((chain) => chain.some((each) => each.id === id));
  const above = superiorsOf(registry, holder, day);
  return above.find((each) => each.id !== against && isAboveAll(each)) ?? null;
};

/** Bodies below a superior on a day that could settle a matter, those at the place first; of `also` those below. */
export const subordinatesOf = (
  registry: Registry,
  superior: Agency,
  { site, also }: { site: Site; also: readonly string[] },
): Agency[] => {
  const { day } = site;
  const isBelow = (agency: Agency) => superiorsOf(registry, agency, day).some(({ id }) => id === superior.id);
  const former = also.flatMap((id) => agencyOn(registry, id, day) ?? []);
  const all = [...former, ...handlersIn(registry, site, { tiers: TIERS, isParty: isPolitical(superior) })];
  const unique = all.filter(({ id }, i) => all.findIndex((each) => each.id === id) === i);
  return unique.filter(isBelow);
};
