import type { AgencyRef } from '../event-parts.js';
import type { Jurisdiction } from './jurisdiction.js';
import { formerHolders, type Hop, type HopKind, type Petition, type Task } from './petition.js';

/** Hops after which the holder stands where the one before it stood. */
const TRANSPARENT: readonly HopKind[] = ['reassigned', 'function-moved', 'reopened', 'returned'];

/** Hops that bring a matter to a superior because those below did not settle it or could not agree. */
const TO_SUPERIOR: readonly HopKind[] = ['escalated', 'commitment-missed', 'arbitration'];

/** The hop that decides how the present holder stands to the others; null before routing. */
export const standingOf = ({ hops }: Petition): Hop | null =>
  hops.findLast(({ kind }) => !TRANSPARENT.includes(kind)) ?? null;

/** A superior named the holder: it may not hand the matter to another agency of its tier. */
export const isDirected = (petition: Petition): boolean => standingOf(petition)?.kind === 'directed';

/** The matter came up to the holder, which may therefore name who has to settle it. */
export const isSuperiors = (petition: Petition): boolean => {
  const kind = standingOf(petition)?.kind;
  return kind !== undefined && TO_SUPERIOR.includes(kind);
};

/** How often superiors may name an agency for one petition: after that whoever holds it settles it. */
export const MAX_DIRECTIONS = 5;

export const directionsOf = ({ hops }: Petition): number =>
  hops.filter(({ kind }) => kind === 'directed').length;

/**
 * Agencies that a superior may name: whoever had the matter before it came up, also where the rule of competence and not
 * the registry's chain made it go there; former holders and all others that stand below the superior.
 */
export const directTargets = (
  petition: Petition & { task: Task },
  { jurisdiction, now }: { jurisdiction: Pick<Jurisdiction, 'named' | 'subordinates'>; now: string },
): AgencyRef[] => {
  if (!isSuperiors(petition) || directionsOf(petition) >= MAX_DIRECTIONS) return [];
  const { holder } = petition.task;
  const former = standingOf(petition)?.from ?? null;
  const returned = former === null ? null : jurisdiction.named(petition, former, now);
  const below = jurisdiction.subordinates(petition, holder, { at: now, also: formerHolders(petition) });
  const all = [...(returned === null ? [] : [returned.holder]), ...below];
  return all.filter(
    ({ id }, i) =>
      id !== holder.id && id !== petition.against && all.findIndex((each) => each.id === id) === i,
  );
};
