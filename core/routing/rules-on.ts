import { TIERS, type Tier } from '../registry/agency.js';
import type { Category, CompetenceRule } from '../registry/competence.js';
import type { Registry } from '../registry/registry.js';
import type { LocalDay } from '../time.js';
import type { Site } from './place.js';

export const rankOf = (tier: Tier): number => TIERS.indexOf(tier);

const isInForce = ({ from, to }: CompetenceRule, day: LocalDay): boolean =>
  (from === null || from <= day) && (to === null || day < to);

/**
 * The rules of a category at a place on its day, lowest tier first: one for each tier and condition, that of a named
 * area before the national one (competence.json, resolution, step 1).
 */
export const rulesOn = (registry: Registry, category: Category, site: Site): CompetenceRule[] => {
  const isLocal = (rule: CompetenceRule) =>
    registry.areas.get(rule.area)?.includes(site.province.id) === true;
  const inForce = category.rules.filter((rule) => isInForce(rule, site.day));
  const candidates = [...inForce.filter(isLocal), ...inForce.filter((rule) => rule.area === '*')];
  const byKey = new Map<string, CompetenceRule>();
  for (const rule of candidates) {
    const key = `${rule.tier} ${rule.when ?? ''}`;
    if (!byKey.has(key)) byKey.set(key, rule);
  }
  return [...byKey.values()].sort((a, b) => rankOf(a.tier) - rankOf(b.tier));
};

/** Tier on which the route of a category starts on a day. */
export const firstTier = ({ first }: Category, day: LocalDay): Tier => {
  if (typeof first === 'string') return first;
  const dated = first.filter(([from]) => from === null || from <= day);
  return dated.at(-1)?.[1] ?? 'xa';
};

export interface Answers {
  /** What is known of the category's conditions; a missing one counts as not true. */
  conditions: Readonly<Record<string, boolean>>;
}

const isKnownTrue = ({ when }: CompetenceRule, { conditions }: Answers): boolean =>
  when !== null && conditions[when] === true;

/**
 * Rules in the order in which they are tried from a tier upwards: those whose condition is known to be true, then the
 * defaults (steps 2 and 3).
 */
export const candidatesFrom = (
  rules: readonly CompetenceRule[],
  answers: Answers,
  floor: { known: Tier | null; default: Tier | null },
): CompetenceRule[] => {
  const above = (rule: CompetenceRule, tier: Tier | null) =>
    tier === null || rankOf(rule.tier) >= rankOf(tier);
  const known = rules.filter((rule) => isKnownTrue(rule, answers) && above(rule, floor.known));
  const defaults = rules.filter((rule) => rule.when === null && above(rule, floor.default));
  return [...known, ...defaults];
};

/** Conditions that would matter here and that nobody has answered. */
export const openConditions = (
  registry: Registry,
  rules: readonly CompetenceRule[],
  { conditions }: Answers,
): { key: string; question: string }[] => {
  const keys = new Set(rules.flatMap(({ when }) => when ?? []));
  return [...keys]
    .filter((key) => conditions[key] === undefined)
    .map((key) => ({ key, question: registry.condition(key)?.question ?? key }));
};
