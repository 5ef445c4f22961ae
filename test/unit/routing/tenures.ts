import type { PetitionFacts, Tenure } from '../../../core/petition/jurisdiction.js';
import { jurisdictionOf } from '../../../core/routing/jurisdiction-of.js';
import type { Instant } from '../../../core/time.js';
import { registry, WARDS } from './shipped.js';

/** The shipped registry, as one release. */
export const today = jurisdictionOf(registry, 'today');

export const facts = (category: string, changes: Partial<PetitionFacts> = {}): PetitionFacts => ({
  category,
  conditions: {},
  lane: 'admin',
  provinceId: 'p:79@0',
  unitId: WARDS.ward2District3,
  placeIssue: null,
  receivedBy: null,
  addressee: null,
  against: null,
  ...changes,
});

export const tenure = (holderId: string, ruleId: string | null, since: Instant): Tenure => ({
  holder: { id: holderId, name: holderId, tier: 'tinh' },
  ruleId,
  since,
});
