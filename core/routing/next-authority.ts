import { agencyOn, provinceOfAgency, type Agency } from '../registry/agency-on.js';
import type { CompetenceRule } from '../registry/competence.js';
import type { Registry } from '../registry/registry.js';
import type { Tier } from '../registry/agency.js';
import { localDayOf, type Instant } from '../time.js';
import type { AgencyRef } from '../event-parts.js';
import { explainStep } from './explain.js';
import { firstWithLead, openCase, resolveJurisdiction, type Case } from './resolve-jurisdiction.js';
import { holderOn, leadOf, nextWhenLate, supportOf } from './rule-lead.js';
import { candidatesFrom, rankOf } from './rules-on.js';
import { successorFor } from './successor-for.js';
import { toRef, type Decided, type Matter, type Missing } from './verdict.js';

export interface NextAsk {
  from: string;
  why: 'beyond-competence' | 'late' | 'reassign';
  at: Instant;
}

export type NextAuthority =
  | Decided
  | Missing
  /** Nobody stands above: the holder keeps it and is reminded. */
  | { kind: 'top'; lead: AgencyRef };

/** The rule by which an agency leads here; a known condition speaks louder than a default. */
const ruleOfLead = (opened: Case, holder: Agency): CompetenceRule | null => {
  const leads = opened.rules.filter((rule) => {
    const lead = leadOf(opened.scene, rule);
    return lead.kind === 'agency' && lead.agency.id === holder.id;
  });
  return (
    leads.find(({ when }) => when !== null && opened.matter.conditions[when] === true) ??
    leads.find(({ when }) => when === null) ??
    leads[0] ??
    null
  );
};

const TIER_OF_AGENCY: Record<string, Tier> = { xa: 'xa', 'lien-xa': 'xa', 'khu-pho': 'xa', huyen: 'huyen' };

const tierOf = (agency: Agency): Tier => TIER_OF_AGENCY[agency.version.tier] ?? 'tinh';

type Told = Pick<Decided, 'support' | 'rule' | 'tier' | 'basis' | 'sources' | 'status' | 'area'>;

/** A superior that leads by a rule here comes with its supporters; any other stands on the chain alone. */
const standingOf = (opened: Case, next: Agency, rule: CompetenceRule | null): Told => {
  if (rule === null) {
    const { status, basis } = next.version;
    return { support: [], rule: 'superior-chain', tier: tierOf(next), basis, sources: [], status, area: '*' };
  }
  const { id, tier, basis, source, status, area } = rule;
  const support = supportOf(opened.scene, rule, next).map(toRef);
  return { support, rule: id, tier, basis, sources: source, status, area };
};

const byChain = (
  opened: Case,
  next: Agency,
  told: { from: Agency; why: 'late' | 'beyond-competence' },
): Decided => {
  const rule = ruleOfLead(opened, next);
  const above = nextWhenLate(opened.scene, rule, next);
  return {
    ...standingOf(opened, next, rule),
    kind: 'decided',
    lead: toRef(next),
    reason: explainStep(told.from.name, next, told.why),
    unknownConditions: [],
    escalate: above === null ? null : toRef(above),
  };
};

const whenLate = (opened: Case, from: Agency, why: 'late' | 'beyond-competence'): NextAuthority => {
  const next = nextWhenLate(opened.scene, ruleOfLead(opened, from), from);
  return next === null ? { kind: 'top', lead: toRef(from) } : byChain(opened, next, { from, why });
};

/** Step 4: the next tier's rule of the same day; what the holder has answered meanwhile may skip a tier. */
const whenBeyond = (opened: Case, from: Agency): NextAuthority => {
  const held = ruleOfLead(opened, from)?.tier ?? tierOf(from);
  const above = opened.rules.filter(({ tier }) => rankOf(tier) > rankOf(held));
  const candidates = candidatesFrom(above, opened.matter, { known: null, default: null }).filter((rule) => {
    const lead = leadOf(opened.scene, rule);
    return lead.kind !== 'agency' || lead.agency.id !== from.id;
  });
  const verdict = firstWithLead(opened, candidates);
  if (verdict.kind === 'missing')
    return verdict.reason === 'no-rule' ? whenLate(opened, from, 'beyond-competence') : verdict;
  return verdict;
};

/** While the place or the category is open, only the chain of superiors is left: silence must still go up. */
const withoutCase = (registry: Registry, matter: Matter, ask: NextAsk): Case | null => {
  const day = localDayOf(ask.at);
  const holder = agencyOn(registry, ask.from, day);
  const province = holder === null ? undefined : provinceOfAgency(registry, holder);
  const [category] = registry.categories();
  if (province === undefined || category === undefined) return null;
  const site = { day, province, ward: null, district: null };
  return { scene: { registry, site, against: matter.against ?? null }, matter, category, rules: [] };
};

/**
 * The next authority for a matter held by `from`. Late: what the rule of the holder names, else the chain of superiors,
 * which ends at the last owner. Beyond competence: the next tier's rule. Reassign: the category's rule anew. A holder
 * that has ceased to exist is followed by its successor first.
 */
export const nextAuthority = (registry: Registry, matter: Matter, ask: NextAsk): NextAuthority => {
  const { from, why, at } = ask;
  if (why === 'reassign') return resolveJurisdiction(registry, matter, at);
  const found = openCase(registry, matter, at);
  const opened = 'kind' in found ? withoutCase(registry, matter, ask) : found;
  const holder = opened === null ? null : holderOn(opened.scene, from);
  if (opened === null || holder === null) return successorFor(registry, matter, { agencyId: from, at });
  return why === 'late' ? whenLate(opened, holder, why) : whenBeyond(opened, holder);
};
