import type { Assignment } from '../events.js';
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
    followUpAt: petition.task?.followUpAt ?? at.timetable.followUp(at.from),
  };
};

const sooner = (a: DeadlineRef | null, b: DeadlineRef | null): DeadlineRef | null => {
  if (a === null || b === null) return a;
  return a.at <= b.at ? a : b;
};
