import type { Happening } from '../events.js';
import type { Instant } from '../time.js';
import { continuedAssignment, freshAssignment } from './assign.js';
import type { Jurisdiction } from './jurisdiction.js';
import type { NextStep } from './next-step.js';
import type { Petition } from './petition.js';
import type { Timetable } from './timetable.js';

interface Context {
  jurisdiction: Jurisdiction;
  timetable: Timetable;
  now: Instant;
}

/** First routing of a new petition: by the rules of the day of the act, terms from the day of receipt. */
export const routeEvent = (petition: Petition, { jurisdiction, timetable, now }: Context): Happening => {
  const routed = jurisdiction.first(petition, now);
  return {
    type: 'PetitionRouted',
    data: { assignment: freshAssignment(routed, timetable, petition.receivedAt) },
  };
};

/**
 * The event of a step that the workflow owes, or null when there is nothing to write: a wait, or a step that somebody
 * else has made unnecessary meanwhile.
 */
export const workflowEvent = (petition: Petition, step: NextStep, context: Context): Happening | null => {
  const { jurisdiction, timetable, now } = context;
  const { task } = petition;
  switch (step.next) {
    case 'Route':
      return routeEvent(petition, context);
    case 'Close':
      return { type: 'PetitionClosed', data: { because: 'silence-after-delivery' } };
    case 'AwaitDecision':
    case 'AwaitFeedback':
    case 'Done':
      return null;
  }
  if (task === null) return null;
  switch (step.next) {
    case 'Remind':
      return {
        type: 'HolderReminded',
        data: {
          taskNo: task.no,
          kind: step.kind,
          planned: step.planned,
          copyToHead: step.kind === 'overdue' && task.overdueReminders === 0,
        },
      };
    case 'Escalate': {
      const routed = jurisdiction.next(petition, task.holder, { at: now, why: 'late' });
      return {
        type: 'PetitionEscalated',
        data: {
          taskNo: task.no,
          assignment: freshAssignment(routed, timetable, now),
          lateSince: step.lateSince,
        },
      };
    }
    case 'Reassign': {
      const routed = jurisdiction.successor(petition, task.holder, now);
      const assignment = continuedAssignment(routed, petition, { timetable, from: now });
      return {
        type: 'PetitionReassigned',
        data: { taskNo: task.no, assignment, because: 'holder-abolished' },
      };
    }
  }
};
