import type { Tenure, TenureEnd } from '../petition/jurisdiction.js';
import { agencyOn, endOf } from '../registry/agency-on.js';
import type { Registry } from '../registry/registry.js';
import { localDayOf, startOfDay, type LocalDay } from '../time.js';
import { competentByHeir, type Ruled } from './rule-heir.js';

interface Held {
  tenure: Tenure;
  matter: Ruled['matter'];
  provinceId: string;
}

/** The day on which the agency ends; the first day of the tenure for one that the registry knows no more. */
const abolishedOn = (registry: Registry, { holder, since }: Tenure): LocalDay | null => {
  const first = localDayOf(since);
  const agency = agencyOn(registry, holder.id, first);
  return agency === null ? first : endOf(registry, agency);
};

const FUNCTIONS = /fn:([a-z0-9:-]+)/g;

/** Days on which somebody else may become competent in a category: rules begin and end, functions come and go. */
const turningDays = (registry: Registry, category: string): LocalDay[] => {
  const rules = registry.category(category)?.rules ?? [];
  const functions = new Set(
    rules.flatMap(({ lead }) => [...lead.matchAll(FUNCTIONS)].map(([, name]) => name ?? '')),
  );
  const holders = [...functions].flatMap((name) => registry.holdersOf(name));
  const ends = [
    ...rules.flatMap(({ from, to }) => [from, to]),
    ...holders.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
  ];
  return [...new Set(ends.filter((day) => day !== null))].sort();
};

/** The first day, before `end`, on which the rule that named the holder, or what came after it, names another agency. */
const movedOn = (registry: Registry, held: Held, end: LocalDay | null): LocalDay | null => {
  const { tenure, matter, provinceId } = held;
  const { ruleId } = tenure;
  if (ruleId === null) return null;
  const first = localDayOf(tenure.since);
  const days = turningDays(registry, matter.category).filter(
    (day) => day > first && (end === null || day < end),
  );
  const isElsewhere = (day: LocalDay): boolean => {
    const verdict = competentByHeir(registry, { matter, provinceId, ruleId }, startOfDay(day));
    return verdict !== null && verdict.lead.id !== tenure.holder.id;
  };
  return [first, ...days].find(isElsewhere) ?? null;
};

/** Until when a holder rightfully holds a matter: the end of the agency, or of its competence if that comes first. */
export const tenureEndOf = (registry: Registry, held: Held): TenureEnd | null => {
  const abolished = abolishedOn(registry, held.tenure);
  const moved = movedOn(registry, held, abolished);
  if (moved !== null) return { at: startOfDay(moved), because: 'function-moved' };
  return abolished === null ? null : { at: startOfDay(abolished), because: 'holder-abolished' };
};
