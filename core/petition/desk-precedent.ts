import type { AgencyRef } from '../event-parts.js';
import { localDayOf, type Instant, type LocalDay } from '../time.js';
import type { Happening } from '../events.js';
import type { CategoryChoice } from '../ports/registers.js';
import type { Jurisdiction } from './jurisdiction.js';
import type { Petition } from './petition.js';

/** The reception desk has once sent a matter of a place and category to an agency. */
interface SentTo {
  at: Instant;
  agencyId: string;
}

/** Or found that it was of another category, by which the rules knew a unit. */
interface MadeInto {
  at: Instant;
  category: string;
}

/** What the desk has once decided of a matter of a place and category. */
export type Precedent = SentTo | MadeInto;

interface Counted {
  /** How often among the last ones. */
  times: number;
  lastOn: LocalDay;
}

/** What the desk is shown: where such a matter went. */
export interface Suggestion extends Counted {
  agency: AgencyRef;
}

/** As what such a matter was classified, so that the rules found a unit. */
export interface CategorySuggestion extends Counted {
  category: Pick<CategoryChoice, 'code' | 'label'>;
}

export interface Suggestions {
  agencies: Suggestion[];
  categories: CategorySuggestion[];
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

/** What of a decision of the desk is kept, beside its time; null for what says nothing of the next matter. */
export const precedentIn = (happening: Happening): { agencyId: string } | { category: string } | null => {
  if (happening.type === 'PetitionTransferred') return { agencyId: happening.data.assignment.holder.id };
  if (happening.type !== 'PetitionReclassified') return null;
  const { assignment, category, from } = happening.data;
  // Answers are facts of the one matter; where the desk keeps it, nothing was found.
  const isSorted = assignment !== null && !assignment.isTriage && category !== from.category;
  return isSorted ? { category } : null;
};

/** An agency that is no more is followed to its successor; where nobody follows it, it is not offered. */
const presentOf = (
  petition: Petition,
  { agencyId }: SentTo,
  { jurisdiction, now }: { jurisdiction: Jurisdiction; now: Instant },
): AgencyRef | null => {
  if (agencyId === petition.against) return null;
  const named = jurisdiction.named(petition, agencyId, now);
  if (named !== null) return named.holder;
  const holder = { id: agencyId, name: '', tier: '' };
  const heir = jurisdiction.successor(petition, { holder, ruleId: null }, now);
  return heir.isTriage ? null : heir.holder;
};

/** Each thing once, in the order of its newest precedent. */
const counted = <P extends Precedent, T>(
  precedents: readonly P[],
  { what, idOf }: { what: (precedent: P) => T | null; idOf: (thing: T) => string },
): (Counted & { thing: T })[] => {
  const found = new Map<string, Counted & { thing: T }>();
  for (const precedent of precedents) {
    const thing = what(precedent);
    if (thing === null) continue;
    const known = found.get(idOf(thing)) ?? { thing, times: 0, lastOn: localDayOf(precedent.at) };
    found.set(idOf(thing), { ...known, times: known.times + 1 });
  }
  return [...found.values()];
};

/**
 * What the desk decided of such matters, by today's agencies and categories, newest first. A proposal only: a person
 * chooses. `categories`: those of today, of which the petition's own is not proposed.
 */
export const suggestionsOf = (
  petition: Petition,
  precedents: readonly Precedent[],
  context: { jurisdiction: Jurisdiction; now: Instant; categories: readonly CategoryChoice[] },
): Suggestions => {
  const newestFirst = precedents.toSorted((a, b) => b.at.localeCompare(a.at));
  const agencyOf = (precedent: SentTo): AgencyRef | null => {
    const agency = presentOf(petition, precedent, context);
    return agency?.id === petition.task?.holder.id ? null : agency;
  };
  const others = context.categories.filter(({ code }) => code !== petition.category);
  const categoryOf = ({ category }: MadeInto) => others.find(({ code }) => code === category) ?? null;
  return {
    agencies: counted(
      newestFirst.filter((precedent) => 'agencyId' in precedent),
      { what: agencyOf, idOf: ({ id }) => id },
    ).map(({ thing: agency, ...count }) => ({ agency, ...count })),
    categories: counted(
      newestFirst.filter((precedent) => 'category' in precedent),
      { what: categoryOf, idOf: ({ code }) => code },
    ).map(({ thing: { code, label }, ...count }) => ({ category: { code, label }, ...count })),
  };
};
