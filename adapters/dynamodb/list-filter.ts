import { isHeld } from '../../core/petition/transitions.js';
import type { ListedPetition, ListFilter, PetitionSummary } from '../../core/ports/audit.js';
import type { Instant } from '../../core/time.js';

/** Adds lateness as of `now`: not decided by the promised instant, with the clock running. */
export const asOf = (summary: PetitionSummary, now: Instant): ListedPetition => ({
  ...summary,
  late: summary.dueAt !== null && (summary.clockStoppedAt ?? summary.decidedAt ?? now) > summary.dueAt,
});

const fits = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is;

/** The residual conditions of a list. */
export const matches = (item: ListedPetition, where: ListFilter): boolean =>
  fits(where.status, item.status) &&
  fits(where.category, item.category) &&
  fits(where.late, item.late) &&
  fits<string | null>(where.holderId, item.holder?.id ?? null) &&
  fits<string | null>(where.unitId, item.unitId) &&
  (where.isHeld !== true || isHeld(item.status));
