import type { AgencyRef } from '../event-parts.js';
import { localDayOf, type Instant, type LocalDay } from '../time.js';
import type { Jurisdiction } from './jurisdiction.js';
import type { Petition } from './petition.js';

/** Where the reception desk has once sent a matter of a place and category. */
export interface Precedent {
  at: Instant;
  agencyId: string;
}

/** What the desk is shown: where such a matter went, how often among the last ones, when last. */
export interface Suggestion {
  agency: AgencyRef;
  times: number;
  lastOn: LocalDay;
}

/** The last decisions of one key that are looked at: older ones are aged out by newer ones. */
export const MOST_PRECEDENTS = 20;

type Point = { lat: number; lon: number } | null;

/** About a kilometre: says in which corner of a ward a border runs, nothing of a house. */
const CELLS_PER_DEGREE = 100;

const cellOf = ({ lat, lon }: NonNullable<Point>): string =>
  `${Math.floor(lat * CELLS_PER_DEGREE)}:${Math.floor(lon * CELLS_PER_DEGREE)}`;

/** Is the point needed to tell which matters are alike? */
export const needsPoint = ({ unitId }: Pick<Petition, 'unitId'>): boolean => unitId === null;

/**
 * What is alike to the desk: the category and the ward as it was named, where that was divided; else the cell of the point;
 * else the province and what is open about the place. Nothing of a person.
 */
export const precedentKeyOf = (
  {
    category,
    provinceId,
    unitId,
    placeIssue,
  }: Pick<Petition, 'category' | 'provinceId' | 'unitId' | 'placeIssue'>,
  point: Point,
): string => {
  if (unitId !== null) return `${category}#ward#${unitId}`;
  if (point !== null) return `${category}#cell#${provinceId}#${cellOf(point)}`;
  return `${category}#place#${provinceId}#${placeIssue ?? 'none'}`;
};

/** An agency that is no more is followed to its successor; where nobody follows it, it is not offered. */
const presentOf = (
  petition: Petition,
  { agencyId }: Precedent,
  { jurisdiction, now }: { jurisdiction: Jurisdiction; now: Instant },
): AgencyRef | null => {
  if (agencyId === petition.against) return null;
  const named = jurisdiction.named(petition, agencyId, now);
  if (named !== null) return named.holder;
  const holder = { id: agencyId, name: '', tier: '' };
  const heir = jurisdiction.successor(petition, { holder, ruleId: null }, now);
  return heir.isTriage ? null : heir.holder;
};

/** What the desk decided of such matters, by today's agencies, newest first. A proposal only: a person chooses. */
export const suggestionsOf = (
  petition: Petition,
  precedents: readonly Precedent[],
  context: { jurisdiction: Jurisdiction; now: Instant },
): Suggestion[] => {
  const found = new Map<string, Suggestion>();
  for (const precedent of precedents.toSorted((a, b) => b.at.localeCompare(a.at))) {
    const agency = presentOf(petition, precedent, context);
    if (agency === null || agency.id === petition.task?.holder.id) continue;
    const known = found.get(agency.id);
    const first = { agency, times: 0, lastOn: localDayOf(precedent.at) };
    found.set(agency.id, { ...(known ?? first), times: (known?.times ?? 0) + 1 });
  }
  return [...found.values()];
};
