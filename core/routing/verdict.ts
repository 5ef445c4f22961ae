import type { Agency } from '../registry/agency-on.js';
import type { Tier } from '../registry/agency.js';
import type { AgencyRef } from '../event-parts.js';
import type { Unit } from '../registry/unit.js';
import type { PlaceIssue, PlaceQuery } from './resolve-place.js';

/** What is asked: a matter at a place. */
export interface Matter {
  category: string;
  conditions: Readonly<Record<string, boolean>>;
  place: PlaceQuery;
  /** Tier whose leaders received it, at which it may start. */
  startTier?: Tier | null | undefined;
  /** The agency complained about: never gets its own petition. */
  against?: string | null | undefined;
}

export interface OpenCondition {
  key: string;
  question: string;
}

/** Somebody is competent, by this rule and for this reason. */
export interface Decided {
  kind: 'decided';
  lead: AgencyRef;
  support: AgencyRef[];
  /** Id of the rule; `superior-chain`, `lineage` and `last-owner` are this system's own. */
  rule: string;
  /** Tier of the rule. */
  tier: Tier;
  basis: string;
  sources: string[];
  status: 'sourced' | 'assumed';
  /** Vietnamese, for residents and officials. */
  reason: string;
  /** What was counted as not true because nobody has said. */
  unknownConditions: OpenCondition[];
  /** Next when late; null above the top. */
  escalate: AgencyRef | null;
  /** Area of the rule: a named one or `*`. */
  area: string;
}

export type MissingFact = 'unit' | 'point' | 'category' | 'against' | 'assignment';

/** Nobody can be named before something is said; the reception desk holds it until then. */
export interface Missing {
  kind: 'missing';
  missing: MissingFact[];
  reason: PlaceIssue | 'unknown-category' | 'accused-unknown' | 'unassigned' | 'no-rule';
  question: string;
  candidates: Unit[];
}

export type Verdict = Decided | Missing;

export const toRef = (agency: Agency): AgencyRef => ({
  id: agency.id,
  name: agency.name,
  tier: agency.version.tier,
});
