import { isHeld } from '../../core/petition/transitions.js';
import type { ListedPetition, ListFilter, PetitionSummary } from '../../core/ports/audit.js';
import type { Instant } from '../../core/time.js';

const DAY_MS = 86_400_000;

/** Adds lateness as of `now`: not decided by the promised instant, with the clock running. */
export const asOf = (summary: PetitionSummary, now: Instant): ListedPetition => {
  const until = summary.clockStoppedAt ?? summary.decidedAt ?? now;
  const late = summary.dueAt !== null && until > summary.dueAt;
  const ms = late ? Date.parse(until) - Date.parse(summary.dueAt ?? until) : 0;
  return { ...summary, late, daysLate: Math.floor(ms / DAY_MS) };
};

const isWithin = (at: Instant | null, period: { from: Instant; to: Instant } | undefined): boolean =>
  period === undefined || (at !== null && period.from <= at && at < period.to);

const fits = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is;

const isAt = (item: ListedPetition, where: ListFilter): boolean =>
  fits<string | null>(where.holderId, item.holder?.id ?? null) &&
  fits<string | null>(where.unitId, item.unitId);

/** What happened on the way. */
const wentSo = (item: ListedPetition, where: ListFilter): boolean =>
  fits(where.isEscalated, item.escalations > 0) &&
  fits(where.isReopened, item.reopenings > 0) &&
  fits(where.isUndelivered, item.undelivered > 0) &&
  fits(where.isProvisional, item.isProvisional) &&
  (where.transfersOver === undefined || item.transfers > where.transfersOver);

const isOfKind = (item: ListedPetition, where: ListFilter): boolean =>
  fits(where.lane, item.lane) &&
  fits(where.serviceClass, item.serviceClass) &&
  fits<string | null>(where.tier, item.tier) &&
  (where.formerHolderId === undefined || item.formerHolders.includes(where.formerHolderId));

const isInTime = (item: ListedPetition, where: ListFilter): boolean =>
  fits(where.late, item.late) &&
  (where.lateDays === undefined || (item.late && item.daysLate >= where.lateDays)) &&
  isWithin(item.receivedAt, where.received) &&
  isWithin(item.closedAt, where.closed);

/** The residual conditions of a list. */
export const matches = (item: ListedPetition, where: ListFilter): boolean =>
  fits(where.status, item.status) &&
  fits(where.category, item.category) &&
  isAt(item, where) &&
  (where.isHeld !== true || isHeld(item.status)) &&
  isOfKind(item, where) &&
  isInTime(item, where) &&
  wentSo(item, where);
