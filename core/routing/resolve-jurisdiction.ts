import type { Category, CompetenceRule } from '../registry/competence.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, type Instant } from '../time.js';
import type { Scene } from './agency-expression.js';
import { explain } from './explain.js';
import { siteOf } from './place.js';
import { resolvePlace, type PlaceIssue } from './resolve-place.js';
import { leadOf, nextWhenLate, supportOf, type Lead } from './rule-lead.js';
import { candidatesFrom, firstTier, openConditions, rankOf, rulesOn } from './rules-on.js';
import { toRef, type Decided, type Matter, type Missing, type MissingFact, type Verdict } from './verdict.js';

/** A matter at a known place on a day, with the rules that hold there. */
export interface Case {
  scene: Scene;
  matter: Matter;
  category: Category;
  rules: CompetenceRule[];
}

const factFor = (issue: PlaceIssue): MissingFact =>
  issue === 'unit-divided' || issue === 'border' ? 'point' : 'unit';

const missing = (reason: Missing['reason'], fact: MissingFact, question: string): Missing => ({
  kind: 'missing',
  missing: [fact],
  reason,
  question,
  candidates: [],
});

/** Place and rules of the day, or what is missing to find them. */
export const openCase = (registry: Registry, matter: Matter, at: Instant): Case | Missing => {
  const category = registry.category(matter.category);
  if (category === undefined)
    return missing(
      'unknown-category',
      'category',
      'Việc thuộc nhóm nào? Nhóm đã nêu không có trong danh mục.',
    );
  const place = resolvePlace(registry, matter.place, at);
  if (place.kind !== 'ward')
    return { ...missing(place.reason, factFor(place.reason), place.question), candidates: place.candidates };
  const site = siteOf(registry, place.unit, localDayOf(at));
  const scene = { registry, site, against: matter.against ?? null };
  return { scene, matter, category, rules: rulesOn(registry, category, site) };
};

/** The verdict of one rule whose lead is known. */
export const decide = (
  { scene, matter, category, rules }: Case,
  rule: CompetenceRule,
  lead: Extract<Lead, { kind: 'agency' }>,
): Decided => {
  const unknown = openConditions(scene.registry, rules, matter);
  const next = nextWhenLate(scene, rule, lead.agency);
  const { agency, standsInFor, accused } = lead;
  return {
    kind: 'decided',
    lead: toRef(agency),
    support: supportOf(scene, rule, agency).map(toRef),
    rule: rule.id,
    tier: rule.tier,
    basis: rule.basis,
    sources: rule.source,
    status: rule.status,
    reason: explain(scene.registry, {
      category,
      site: scene.site,
      rule,
      lead: agency,
      standsInFor,
      accused,
      unknown,
    }),
    unknownConditions: unknown,
    escalate: next === null ? null : toRef(next),
    area: rule.area,
  };
};

const ACCUSED_QUESTION = 'Ông, bà phản ánh cơ quan, đơn vị nào?';
const UNASSIGNED_QUESTION =
  'Chưa có bảng phân công đơn vị phục vụ phường, xã này. Bàn tiếp nhận sẽ xác định.';
const NO_RULE_QUESTION =
  'Chưa có quy tắc cho việc này tại đây. Bàn tiếp nhận sẽ xác định cơ quan có thẩm quyền.';

/** Tries rules in order. A lead that does not exist at this place lets the next one try; an open one asks. */
export const firstWithLead = (opened: Case, candidates: readonly CompetenceRule[]): Verdict => {
  for (const rule of candidates) {
    const lead = leadOf(opened.scene, rule);
    if (lead.kind === 'agency') return decide(opened, rule, lead);
    if (lead.kind === 'accused-unknown') return missing('accused-unknown', 'against', ACCUSED_QUESTION);
    if (lead.kind === 'unassigned') return missing('unassigned', 'assignment', UNASSIGNED_QUESTION);
  }
  return missing('no-rule', 'assignment', NO_RULE_QUESTION);
};

/** Rules to try for a new matter, by the leaders who received it or from the category's first tier (steps 2 and 3). */
const startingRules = ({ matter, category, rules, scene }: Case): CompetenceRule[] => {
  const startTier = matter.startTier ?? null;
  const first = firstTier(category, scene.site.day);
  const floor = startTier !== null && rankOf(startTier) > rankOf(first) ? startTier : first;
  const fromFloor = candidatesFrom(rules, matter, { known: startTier, default: floor });
  return [...fromFloor, ...candidatesFrom(rules, matter, { known: null, default: null })];
};

/**
 * Who is competent for a matter at a place, by the rules of the day of `at` (competence.json, `resolution`, six steps).
 * Never throws on what a resident may enter; says what is missing instead.
 */
export const resolveJurisdiction = (registry: Registry, matter: Matter, at: Instant): Verdict => {
  const opened = openCase(registry, matter, at);
  return 'kind' in opened ? opened : firstWithLead(opened, startingRules(opened));
};
