import type { REFUSAL_GROUNDS } from '../events.js';

export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** What a ground rests on. */
export interface GroundBasis {
  /** Instrument; may be empty only when it is assumed. */
  basis: string;
  /**
   * `provisional`: the instruments say so, but were amended since or not read in their present form. `assumed`: no certain
   * article; each city names its own before it uses the ground.
   */
  status: 'sourced' | 'provisional' | 'assumed';
}

/**
 * Grounds of a refusal with their basis, reviewed 2026-11-23. The set is closed: a ground that is not here cannot be
 * recorded. That complaints and denunciations have laws of their own is certain; for the others no article was found that
 * says it of a kiến nghị, so none is named.
 */
export const REFUSAL_GROUND_BASIS: Record<RefusalGround, GroundBasis> = {
  'not-a-petition': {
    basis: 'Luật Khiếu nại 02/2011/QH13; Luật Tố cáo 25/2018/QH14',
    status: 'provisional',
  },
  'already-settled': { basis: '', status: 'assumed' },
  'outside-state-competence': { basis: '', status: 'assumed' },
  'no-factual-basis': { basis: '', status: 'assumed' },
  'court-or-inspection': { basis: '', status: 'assumed' },
};
