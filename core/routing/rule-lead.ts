import { agencyOn, type Agency } from '../registry/agency-on.js';
import type { CompetenceRule } from '../registry/competence.js';
import { aboveAccused, resolveExpression, type Resolved, type Scene } from './agency-expression.js';
import { provincialBody } from './place.js';
import { superiorOf } from './superior.js';

export type Lead =
  | { kind: 'agency'; agency: Agency; standsInFor?: string; accused?: Agency }
  | Exclude<Resolved, { kind: 'agency' }>;

/** Step 6: never to the unit complained about, but to its superior. */
const withoutAccused = (scene: Scene, lead: Lead): Lead => {
  if (lead.kind !== 'agency' || lead.agency.id !== scene.against) return lead;
  return { kind: 'agency', agency: aboveAccused(scene, lead.agency), accused: lead.agency };
};

/** The body that leads by a rule at a place. */
export const leadOf = (scene: Scene, rule: CompetenceRule): Lead =>
  withoutAccused(scene, resolveExpression(scene, rule.lead));

/** Bodies that join; those that do not exist on the day, lead anyway or are complained about are left out. */
export const supportOf = (scene: Scene, rule: CompetenceRule, lead: Agency): Agency[] => {
  const found = rule.support.flatMap((expression) => {
    const answer = resolveExpression(scene, expression);
    // A stand-in receives what has no holder; it is no partner of a joint handling.
    return answer.kind === 'agency' && answer.standsInFor === undefined ? [answer.agency] : [];
  });
  const ids = new Set([lead.id, scene.against]);
  return found.filter(({ id }) => !ids.has(id) && ids.add(id));
};

const namedNext = (scene: Scene, rule: CompetenceRule | null, holder: Agency): Agency | null => {
  if (rule?.escalate == null || rule.escalate === 'superior') return null;
  const answer = resolveExpression(scene, rule.escalate);
  return answer.kind === 'agency' && answer.agency.id !== holder.id ? answer.agency : null;
};

/**
 * Who is asked next when `holder` is late: what the rule names, else the superior, else the last owner. Null at the top:
 * the last owner itself, and the province's Party and Front bodies, above which this system does not reach.
 */
export const nextWhenLate = (scene: Scene, rule: CompetenceRule | null, holder: Agency): Agency | null => {
  const { registry, site } = scene;
  const lastOwner = provincialBody(registry, registry.lastOwner, site);
  if (holder.id === lastOwner.id) return null;
  const next = namedNext(scene, rule, holder) ?? superiorOf(registry, holder, site.day);
  if (next === null) return isPolitical(holder) ? null : lastOwner;
  if (next.id !== scene.against) return next;
  return nextWhenLate(scene, null, next);
};

const POLITICAL_KINDS = ['dang', 'mttq', 'doan'];

/** Bodies of the Party, the Front and its members: directed by the Party, not by the People's Committee. */
export const isPolitical = (agency: Agency): boolean => POLITICAL_KINDS.includes(agency.version.kind);

/** The body as it is on the day of the scene; null when it has ceased to exist. */
export const holderOn = ({ registry, site }: Scene, id: string): Agency | null =>
  agencyOn(registry, id, site.day);
