import type { EventData, Happening } from '../events.js';
import { continuedAssignment, firstAssignment, freshAssignment } from './assign.js';
import type { Jurisdiction, TenureEnd } from './jurisdiction.js';
import type { NextStep } from './next-step.js';
import { endOfPause, termsAfterPause } from './pause.js';
import type { Pause, Petition, Task } from './petition.js';
import { recountEvent } from './recount.js';
import { aboveWhenLate } from './superiors.js';
import { endOfTenure, tenureOf } from './tenure.js';
import type { RuleContext } from './rule-context.js';

/** First routing of a new petition: by the rules of the day of the act, terms from the day of receipt. */
export const routeEvent = (petition: Petition, { jurisdiction, timetable, now }: RuleContext): Happening => {
  const routed = jurisdiction.first(petition, now);
  return {
    type: 'PetitionRouted',
    data: { assignment: firstAssignment(routed, petition, { timetable, now }) },
  };
};

/** Silence closes only what was delivered; a word of the resident closes at once. */
const closedBecause = ({ feedback, status }: Petition): EventData<'PetitionClosed'>['because'] => {
  if (status === 'SPLIT') return 'matters-ended';
  if (feedback === null) return 'silence-after-delivery';
  return feedback.satisfied ? 'satisfied' : 'nobody-above';
};

const whyEnded = (petition: Petition, jurisdiction: Jurisdiction): TenureEnd['because'] =>
  endOfTenure(petition, jurisdiction)?.because ?? 'holder-abolished';

const pauseEnded = (petition: Petition & { task: Task }, pause: Pause, context: RuleContext): Happening => ({
  type: 'PauseEnded',
  data: {
    taskNo: petition.task.no,
    because: endOfPause(pause, endOfTenure(petition, context.jurisdiction)).because,
    ...termsAfterPause(petition, context),
  },
});

/**
 * The event of a step that the workflow owes, or null when there is nothing to write: a wait, or a step that somebody
 * else has made unnecessary meanwhile.
 */
export const workflowEvent = (petition: Petition, step: NextStep, context: RuleContext): Happening | null => {
  const { jurisdiction, timetable, now } = context;
  const { task } = petition;
  switch (step.next) {
    case 'Route':
      return routeEvent(petition, context);
    case 'Recount':
      return recountEvent(petition, context);
    case 'Close':
      return { type: 'PetitionClosed', data: { because: closedBecause(petition) } };
    case 'AwaitDecision':
    case 'AwaitResident':
    case 'AwaitFeedback':
    case 'Follow':
    case 'Done':
      // What a duplicate follows is in the vault of another petition: see use-cases/follow-main.ts.
      return null;
  }
  if (task === null) return null;
  switch (step.next) {
    case 'Resume':
      return task.pause === null ? null : pauseEnded({ ...petition, task }, task.pause, context);
    case 'Remind':
      return {
        type: 'HolderReminded',
        data: {
          taskNo: task.no,
          kind: step.kind,
          planned: step.planned,
          copyToHead:
            step.kind === 'first-notice' ||
            (step.kind === 'overdue' && task.overdueReminders === 0 && timetable.copiesHead),
        },
      };
    case 'Escalate': {
      const routed = aboveWhenLate({ ...petition, task }, context);
      return {
        type: 'PetitionEscalated',
        data: {
          taskNo: task.no,
          assignment: freshAssignment(routed, timetable, now),
          ...(task.proposal !== null && { openProposal: task.proposal.seq }),
          lateSince: step.lateSince,
          ...(step.because !== undefined && { because: step.because }),
        },
      };
    }
    case 'Reassign': {
      const routed = jurisdiction.successor(petition, tenureOf(petition, task), now);
      const assignment = continuedAssignment(routed, petition, { timetable, from: now });
      return {
        type: 'PetitionReassigned',
        data: { taskNo: task.no, assignment, because: whyEnded(petition, jurisdiction) },
      };
    }
  }
};
