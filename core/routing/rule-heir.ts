import type { CompetenceRule } from '../registry/competence.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, type Instant } from '../time.js';
import { provinceOn } from './province-on.js';
import { decide, openCase, resolveJurisdiction, type Case } from './resolve-jurisdiction.js';
import { leadOf } from './rule-lead.js';
import { rulesOn } from './rules-on.js';
import type { Decided, Matter } from './verdict.js';

/** A matter that a rule of some earlier day gave to its holder. */
export interface Ruled {
  matter: Matter;
  provinceId: string;
  ruleId: string;
}

/** The rules of a day at the place; of its province alone while the place is open (a ward that was divided). */
const caseOn = (registry: Registry, { matter, provinceId }: Ruled, at: Instant): Case | null => {
  const opened = openCase(registry, matter, at);
  if (!('kind' in opened)) return opened;
  const day = localDayOf(at);
  const category = registry.category(matter.category);
  const province = provinceOn(registry, provinceId, day);
  if (category === undefined || province === null) return null;
  const site = { day, province, ward: null, district: null };
  const scene = { registry, site, against: matter.against ?? null };
  return { scene, matter, category, rules: rulesOn(registry, category, site) };
};

/**
 * What speaks on a day for a rule: one under the same condition, of its tier if there is one, or the default of its tier. A
 * default that was not replaced goes on for what it gave away: the same words, by the agencies of the day. Null where a
 * condition has no rule of its own any more: then it is a matter like any other.
 */
const heirOf = (rules: readonly CompetenceRule[], rule: CompetenceRule): CompetenceRule | null => {
  const alike = rules.filter(({ when }) => when === rule.when);
  const heir = alike.find(({ tier }) => tier === rule.tier);
  if (rule.when !== null) return heir ?? alike[0] ?? null;
  const isItsOwn = heir !== undefined && (heir.area === rule.area || heir.area !== '*');
  return isItsOwn ? heir : rule;
};

const byGeneralRules = (registry: Registry, { matter }: Ruled, at: Instant): Decided | null => {
  const verdict = resolveJurisdiction(registry, { ...matter, startTier: null }, at);
  return verdict.kind === 'decided' ? verdict : null;
};

/**
 * Who is competent on the day of `at` for what a rule has once given to its holder. Null when that cannot be said: the
 * rule is not known (any more) or was never the reason, nobody holds its function, the place is open.
 */
export const competentByHeir = (registry: Registry, ruled: Ruled, at: Instant): Decided | null => {
  const opened = caseOn(registry, ruled, at);
  const rule = opened?.category.rules.find(({ id }) => id === ruled.ruleId);
  if (opened === null || rule === undefined) return null;
  if (rule.when !== null && ruled.matter.conditions[rule.when] !== true) return null;
  const heir = heirOf(opened.rules, rule);
  if (heir === null) return byGeneralRules(registry, ruled, at);
  const lead = leadOf(opened.scene, heir);
  return lead.kind === 'agency' && lead.standsInFor === undefined ? decide(opened, heir, lead) : null;
};
