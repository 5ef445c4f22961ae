import { agencyOn, splitAgencyId, type Agency } from '../registry/agency-on.js';
import type { Registry } from '../registry/registry.js';
import { isValidOn, type LocalDay } from '../time.js';
import { superiorsOf } from '../routing/chain-of.js';
import { onlySuccessor } from '../routing/successor-for.js';
import type { Excluded } from './sealed-events.js';

/** Faulty data shall not turn in a circle. */
const LONGEST_LINE = 8;
/** As many as an event may name. */
const MOST = 200;

/** Whoever took over anything of an agency by a day, also a part: where the people behind the old sign may sit now. */
const heirsOf = (registry: Registry, id: string, ask: { day: LocalDay; depth?: number }): Agency[] => {
  const { day, depth = 0 } = ask;
  const today = agencyOn(registry, id, day);
  if (today !== null) return [today];
  if (depth >= LONGEST_LINE) return [];
  const { baseId, key } = splitAgencyId(id);
  const ended = registry
    .versions(baseId)
    .filter((each) => !isValidOn(each, day) && (each.validFrom === null || each.validFrom <= day))
    .at(-1);
  const named = (ended?.successors ?? []).flatMap(([to, extent]) => (extent === 'lineage' ? [] : [to]));
  const places = key === null ? [] : registry.edgesFrom(key).flatMap(({ newId }) => newId ?? []);
  const next = [...named, ...places.map((unit) => `${baseId}/${unit}`)].filter((each) => each !== id);
  const only = onlySuccessor(registry, id, day);
  return [
    ...(only === null ? [] : [only]),
    ...next.flatMap((each) => heirsOf(registry, each, { day, depth: depth + 1 })),
  ];
};

/** Those accused as they are on a day, the one that was named first; with everybody who took something over from them. */
export const accusedOn = (registry: Registry, ids: readonly string[], day: LocalDay): Agency[] => {
  const all = ids.flatMap((id) => heirsOf(registry, id, { day }));
  return all.filter(({ id }, i) => all.findIndex((each) => each.id === id) === i);
};

/** Everybody below an agency that sits at its place or exists once; also offices that settle nothing, as they read its mail. */
const belowOf = (registry: Registry, agency: Agency, day: LocalDay): string[] => {
  const bases = [...new Set(registry.agencyVersions().map(({ id }) => id))];
  const { unit } = agency;
  const ids = bases.flatMap((id) => (unit === null ? [id] : [id, `${id}/${unit.id}`]));
  const found = ids.flatMap((id) => agencyOn(registry, id, day) ?? []);
  return found
    .filter((each) => superiorsOf(registry, each, day).some(({ id }) => id === agency.id))
    .map(({ id }) => id);
};

const union = (...lists: readonly (readonly string[])[]): string[] =>
  [...new Set(lists.flat())].slice(0, MOST);

/** Who may neither hold, nor open, nor hear of a file: those accused and those below them. Only ever grows. */
export const excludedOn = (
  registry: Registry,
  accused: readonly Agency[],
  { before, day }: { before: Excluded; day: LocalDay },
): Excluded => ({
  accused: union(
    before.accused,
    accused.map(({ id }) => id),
  ),
  below: union(before.below, ...accused.map((each) => belowOf(registry, each, day))),
});
