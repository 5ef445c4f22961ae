import type { Assignment } from '../events.js';
import type { Instant } from '../time.js';
import type { DeadlineRef } from './deadline-ref.js';
import type { Routed } from './jurisdiction.js';
import type { Petition } from './petition.js';
import type { Timetable } from './timetable.js';

const withDeadlines = (
  routed: Routed,
  deadlines: Pick<Assignment, 'acceptBy' | 'resolveBy' | 'followUpAt'>,
): Assignment => {
  const { toTriage: _toTriage, ...rest } = routed;
  return { ...rest, ...deadlines };
};

/** A hop that starts the holder's terms afresh: first routing, beyond competence, escalation. */
export const freshAssignment = (routed: Routed, timetable: Timetable, from: Instant): Assignment =>
  withDeadlines(routed, {
    acceptBy: timetable.accept(from),
    resolveBy: timetable.resolve(from),
    followUpAt: timetable.followUp(from),
  });

/**
 * A hop that keeps the running clock (transfer, reform day): only taking the task gets a new term, and never one that
 * ends after the matter is due.
 */
export const continuedAssignment = (
  routed: Routed,
  petition: Petition,
  at: { timetable: Timetable; from: Instant },
): Assignment => {
  const resolveBy = petition.task?.resolveBy ?? at.timetable.resolve(at.from);
  return withDeadlines(routed, {
    acceptBy: sooner(at.timetable.accept(at.from), resolveBy),
    resolveBy,
    followUpAt: petition.task?.followUpAt ?? at.timetable.followUp(at.from),
  });
};

const sooner = (a: DeadlineRef | null, b: DeadlineRef | null): DeadlineRef | null => {
  if (a === null || b === null) return a;
  return a.at <= b.at ? a : b;
};
