import type { Assignment } from '../../../core/event-parts.js';
import type { Happening } from '../../../core/events.js';
import { nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import { plusMs, type Instant } from '../../../core/time.js';
import { smallTimetable } from '../asl/small-registers.js';
import { vn } from '../instants.js';
import { tenureUntil } from '../tenure-until.js';
import { aDeadline, aPetition, routed } from './petition-builder.js';

export const TIMETABLE = smallTimetable('thuong');
export const MONDAY = vn('2025-03-03', '08:30');
export const OPENED = plusMs(MONDAY, 60_000); // a Monday
export const ACCEPT_BY = vn('2025-03-04', '17:00');
export const DUE = vn('2025-03-10', '17:00');
/** Half of the working time to accept; half and a day before the deadline. */
export const [HALF_OF_ACCEPT = ''] = TIMETABLE.reminders(OPENED, ACCEPT_BY);
export const [HALF_OF_DUE = '', DAY_BEFORE_DUE = ''] = TIMETABLE.reminders(OPENED, DUE);

/** The last moment before. */
export const before = (at: Instant): Instant => plusMs(at, -1);
/** The rules of this week; nothing moves the holder. */
export const WEEK_CONTEXT = { timetable: TIMETABLE, jurisdiction: tenureUntil(null) };
/** What the workflow does next with a petition at an instant. */
export const step = (petition: Petition, at: Instant) => nextStep(petition, { ...WEEK_CONTEXT, now: at });

/** Assigned on Monday with the week's deadlines, and what happened since. */
export const assigned = (assignment: Partial<Assignment> = {}, ...more: Happening[]): Petition =>
  aPetition(
    {},
    routed({ acceptBy: aDeadline(ACCEPT_BY), resolveBy: aDeadline(DUE), ...assignment }),
    ...more,
  );

export const accept: Happening = { type: 'TaskAccepted', data: { taskNo: 1, text: null } };
export const reminded = (
  planned: Instant,
  kind: 'before-due' | 'overdue' | 'follow-up' = 'before-due',
): Happening => ({
  type: 'HolderReminded',
  data: { taskNo: 1, kind, planned, copyToHead: false },
});
export const delivered = (until: Instant): Happening => ({
  type: 'AnswerDelivered',
  data: { by: 'email', feedbackUntil: aDeadline(until) },
});
