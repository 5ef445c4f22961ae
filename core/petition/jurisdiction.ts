import type { AgencyRef, Assignment } from '../event-parts.js';
import type { Instant } from '../time.js';
import type { Petition } from './petition.js';
import type { TENURE_ENDS } from './tenure-ends.js';

/** Where a petition goes, before its deadlines are computed. */
export type Routed = Omit<Assignment, 'acceptBy' | 'resolveBy' | 'followUpAt'>;

type Facts = Pick<
  Petition,
  | 'category'
  | 'conditions'
  | 'lane'
  | 'provinceId'
  | 'unitId'
  | 'placeIssue'
  | 'receivedBy'
  | 'addressee'
  | 'against'
>;

/** How a task came to its holder: what decides how long it stays there. */
export interface Tenure {
  holder: AgencyRef;
  /** The rule of competence that named the holder; null for one chosen by an official, by a superior's standing or as the desk. */
  ruleId: string | null;
  since: Instant;
}

export interface TenureEnd {
  at: Instant;
  because: (typeof TENURE_ENDS)[number];
}

/**
 * The registry's answers for one province, as the petition's rules need them. All by the rules of the day `at`. None of
 * them is the agency that the petition is about (`against`), except the last owner: nobody here stands above it.
 */
export interface Jurisdiction {
  /** Id of the registry release that answers. */
  release: string;
  /** The competent agency for a new petition, or the reception desk. Never nobody. */
  first(facts: Facts, at: Instant): Routed;
  /** The next authority for a petition held by `holder`; the last owner is its own next authority. */
  next(facts: Facts, holder: AgencyRef, ask: { at: Instant; why: 'late' | 'beyond-competence' }): Routed;
  /** Until when a holder rightfully holds a task, by today's registry; null while no end is known. */
  tenureEnd(facts: Facts, tenure: Tenure): TenureEnd | null;
  /** Whoever follows a holder whose tenure has ended. */
  successor(facts: Facts, tenure: Pick<Tenure, 'holder' | 'ruleId'>, at: Instant): Routed;
  /**
   * An agency named by an official as the target of a transfer; null when it does not exist on that day, or is the one
   * complained about.
   */
  named(facts: Facts, agencyId: string, at: Instant): Routed | null;
  /** Who stands above an agency; null at the top, for bodies that answer to no one here, and for unknown ones. */
  superior(facts: Facts, agencyId: string, at: Instant): AgencyRef | null;
  /**
   * The lowest authority above all of these agencies, the first of which is the holder; only those of the holder's tier
   * count. Where the registry's chain names none: the next authority when late. The last owner is its own superior.
   */
  commonSuperior(facts: Facts, agencyIds: readonly string[], at: Instant): Routed;
  /** Agencies below a superior that could settle the matter, those at the place first; of `also` those that stand below. */
  subordinates(facts: Facts, superior: AgencyRef, ask: { at: Instant; also: readonly string[] }): AgencyRef[];
  /** Agencies of the holder's tier to which it may transfer, for the list on the official's page. */
  peers(facts: Facts, holder: AgencyRef, at: Instant): AgencyRef[];
  /** Conditions of the category that nobody has answered yet, with their questions in Vietnamese. */
  openQuestions(facts: Facts, at: Instant): { key: string; question: string }[];
}

export type { Facts as PetitionFacts };
