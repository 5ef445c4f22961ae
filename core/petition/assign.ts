import type { Assignment } from '../event-parts.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { Routed } from './jurisdiction.js';
import type { Petition } from './petition.js';
import type { Timetable } from './timetable.js';

/** A hop that starts the holder's terms afresh: first routing, beyond competence, escalation. */
export const freshAssignment = (routed: Routed, timetable: Timetable, from: Instant): Assignment =>
  routed.isTriage
    ? // Sorting is one act with a short clock of its own, in every lane.
      { ...routed, acceptBy: null, resolveBy: timetable.triage(from), followUpAt: null }
    : {
        ...routed,
        acceptBy: timetable.accept(from),
        resolveBy: timetable.resolve(from),
        followUpAt: timetable.followUp(from),
      };

/**
 * The first routing: terms count from the day of receipt. One that has run out before the holder could hear of the matter
 * starts when it hears: it is late for the resident, but not by this holder's silence. A follow-up that the leader named
 * comes on that day.
 */
export const firstAssignment = (
  routed: Routed,
  { receivedAt, followUpOn }: Pick<Petition, 'receivedAt' | 'followUpOn'>,
  { timetable, now }: { timetable: Timetable; now: Instant },
): Assignment => {
  const ofReceipt = freshAssignment(routed, timetable, receivedAt);
  const ofNow = freshAssignment(routed, timetable, now);
  const open = (term: 'acceptBy' | 'resolveBy' | 'followUpAt'): DeadlineRef | null => {
    const due = ofReceipt[term];
    return due === null || due.at > now ? due : ofNow[term];
  };
  const resolveBy = open('resolveBy');
  return {
    ...routed,
    acceptBy: sooner(open('acceptBy'), resolveBy),
    resolveBy,
    followUpAt: ofReceipt.followUpAt && (namedFollowUp(followUpOn, { timetable, now }) ?? open('followUpAt')),
  };
};

/** The day that the leader named, while it is still to come. */
const namedFollowUp = (
  day: Petition['followUpOn'],
  { timetable, now }: { timetable: Timetable; now: Instant },
): DeadlineRef | null => {
  const named = day === null ? null : timetable.followUpOn(day);
  return named === null || named.at <= now ? null : named;
};

/**
 * A hop that keeps the running clock (transfer, reform day): only taking the task gets a new term, and never one that
 * ends after the matter is due.
 */
export const continuedAssignment = (
  routed: Routed,
  petition: Petition,
  at: { timetable: Timetable; from: Instant },
): Assignment => {
  if (routed.isTriage) return freshAssignment(routed, at.timetable, at.from);
  const resolveBy = petition.task?.resolveBy ?? at.timetable.resolve(at.from);
  return {
    ...routed,
    acceptBy: sooner(at.timetable.accept(at.from), resolveBy),
    resolveBy,
    followUpAt: petition.task?.followUpAt ?? followUpFrom(petition, at),
  };
};

const followUpFrom = (
  { followUpOn }: Petition,
  { timetable, from }: { timetable: Timetable; from: Instant },
): DeadlineRef | null => {
  const usual = timetable.followUp(from);
  return usual && (namedFollowUp(followUpOn, { timetable, now: from }) ?? usual);
};

/** The earlier of two; null when the first is none. */
export const sooner = (a: DeadlineRef | null, b: DeadlineRef | null): DeadlineRef | null => {
  if (a === null || b === null) return a;
  return a.at <= b.at ? a : b;
};
