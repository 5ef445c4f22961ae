import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { EventOf, Hop, HopKind, Petition } from './petition.js';
import type { Timetable } from './timetable.js';

/** A time in which the clock stood still for the resident's answer; it is over. */
export interface StoodStill {
  since: Instant;
  until: Instant;
}

const NEW_LOOK: readonly HopKind[] = ['reopened', 'appealed'];
/** Hops with which the holder's clock goes on from where it was. */
const CONTINUED: readonly HopKind[] = [
  'transferred',
  'reassigned',
  'function-moved',
  'reclassified',
  'arbitration',
  'returned',
];

const isContinued = ({ kind, isAnew = false }: Hop): boolean => CONTINUED.includes(kind) && !isAnew;

/** From when what was promised to the resident counts: the receipt, or the latest new look at an answer. */
export const promiseBegin = ({ hops, receivedAt }: Petition): Instant =>
  hops.findLast(({ kind }) => NEW_LOOK.includes(kind))?.at ?? receivedAt;

const beginOfHop = ({ at, kind }: Hop, receivedAt: Instant): Instant => (kind === 'routed' ? receivedAt : at);

/** From when the present holder's own terms count: the receipt, or whatever last started them afresh. */
export const holderBegin = ({ hops, receivedAt }: Petition): Instant => {
  // What the desk sends on begins its proper terms.
  const fresh = hops.findLastIndex((hop, i) => !isContinued(hop) || hops[i - 1]?.kind === 'triage');
  const hop = hops[fresh];
  return hop === undefined ? receivedAt : beginOfHop(hop, receivedAt);
};

/**
 * A deadline counted from `begin`, later by the pauses since. One that had run
 * out before a pause began is not saved by it.
 */
export const withPauses = (
  due: DeadlineRef | null,
  { stood }: Pick<Petition, 'stood'>,
  { timetable, begin }: { timetable: Pick<Timetable, 'afterPause'>; begin: Instant },
): DeadlineRef | null =>
  due &&
  stood
    .filter(({ since }) => since >= begin)
    .reduce((moved, pause) => (moved.at <= pause.since ? moved : timetable.afterPause(moved, pause)), due);

/** The pause that is over: up to this event, but no longer than it could last. */
export const stoodStill = (
  { task }: Petition,
  { at, data }: EventOf<'ResidentAnswered' | 'PauseEnded'>,
): StoodStill[] => {
  const pause = task?.pause ?? null;
  if (pause === null) return [];
  const latest = data.stoodUntil ?? pause.until.at;
  return [{ since: pause.since, until: at < latest ? at : latest }];
};
