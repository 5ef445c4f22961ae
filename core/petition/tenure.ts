import type { Instant } from '../time.js';
import type { Jurisdiction, Tenure, TenureEnd } from './jurisdiction.js';
import type { HopKind, Petition, Task } from './petition.js';

/**
 * Hops whose holder a rule of competence chose. What an official handed over by name, what went up to a superior and
 * what waits at the desk stays where it is for as long as that agency exists.
 */
const BY_RULE: readonly HopKind[] = [
  'routed',
  'beyond-competence',
  'reassigned',
  'function-moved',
  'reclassified',
  // Only where the return went to a successor: see `chosenBy`.
  'returned',
];

/** The hop that chose the holder: a duplicate that returns to whoever held it is held as it was before. */
const chosenBy = (hops: Petition['hops']): HopKind | undefined =>
  hops.findLast(({ kind, from, to }) => kind !== 'returned' || from !== to)?.kind;

/** How the open task came to its holder. */
export const tenureOf = ({ hops, reclassifications }: Petition, task: Task): Tenure => {
  const kind = chosenBy(hops);
  const isByRule = kind !== undefined && BY_RULE.includes(kind);
  const ruled = reclassifications.at(-1)?.at ?? task.openedAt;
  const since = ruled > task.openedAt ? ruled : task.openedAt;
  return { holder: task.holder, ruleId: isByRule ? task.rule.id : null, since };
};

/**
 * Until when the open task rightfully stays with its holder, by the registry of today: what was known when the task was
 * opened (`holderValidTo`) is a note of that day. Null while no end is known, or no task is open.
 */
export const endOfTenure = (
  petition: Petition,
  jurisdiction: Pick<Jurisdiction, 'tenureEnd'>,
): TenureEnd | null =>
  petition.task === null ? null : jurisdiction.tenureEnd(petition, tenureOf(petition, petition.task));

/** May the holder still act at this instant? */
export const isTenured = (
  petition: Petition,
  { jurisdiction, now }: { jurisdiction: Pick<Jurisdiction, 'tenureEnd'>; now: Instant },
): boolean => {
  const end = endOfTenure(petition, jurisdiction);
  return end === null || now < end.at;
};
