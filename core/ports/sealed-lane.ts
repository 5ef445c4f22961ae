import type { AgencyRef } from '../event-parts.js';
import type { DeadlineRef } from '../petition/deadline-ref.js';
import type { BODY_RULES, Excluded } from '../sealed/sealed-events.js';
import type { Held, Why } from '../sealed/standing.js';
import type { Instant } from '../time.js';

export interface LaneTerm {
  amount: number;
  unit: string;
  basis: string;
  status: string;
}

/** What a province has decided about denunciations handed in electronically. */
export interface Lane {
  provinceId: string;
  taken: boolean;
  /** Basis and status of that decision. */
  basis: string;
  status: string;
  check: LaneTerm;
  resolve: LaneTerm;
  /** Agencies at the place to choose from; empty where nothing is taken. */
  agencies: { id: string; name: string }[];
}

/** Whom a denunciation is about, as handed in: exactly one of agency and name. */
export type AccusedInput = { agencyId: string; superiorToo: boolean } | { name: string };

export type BodyAnswer =
  | {
      kind: 'body';
      body: AgencyRef;
      rule: (typeof BODY_RULES)[number];
      accused: AgencyRef | null;
      excluded: Excluded;
    }
  /** The agency is none of that province and day. */
  | { kind: 'unknown-agency' }
  /** Nobody in the province stands above those accused. */
  | { kind: 'none' };

/** `found` is null where nobody in the province may have it. */
export type StandingAnswer =
  | { kind: 'stays'; excluded: Excluded }
  | {
      kind: 'leaves';
      why: Why;
      found: { body: AgencyRef; rule: (typeof BODY_RULES)[number] } | null;
      excluded: Excluded;
    };

/** The registry's answers about the sealed lane. */
export interface SealedLane {
  releaseId(): Promise<string>;
  /** Ids of the provinces that take denunciations. */
  provinces(): Promise<string[]>;
  /** The lane at a ward, followed through reforms; null for no such ward. */
  at(unitId: string, at: Instant): Promise<Lane | null>;
  body(accused: AccusedInput, where: { provinceId: string; at: Instant }): Promise<BodyAnswer>;
  /** May the body keep the file at that instant? */
  standing(file: Held, at: Instant): Promise<StandingAnswer>;
  deadline(kind: 'check' | 'resolve', provinceId: string, from: Instant): Promise<DeadlineRef>;
}
