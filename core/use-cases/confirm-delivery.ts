import type { Actor } from '../event-parts.js';
import type { EventData } from '../events.js';
import { isAllowed } from '../petition/transitions.js';
import { changePetition, type ChangeDeps, type Changed } from './change-petition.js';

/**
 * Records that the answer reached the resident, and opens the time in which silence closes the petition. Said twice, it
 * stays the first time; of an answer that is not the present one, or that the resident's own word has closed meanwhile,
 * it changes nothing.
 */
export const confirmDelivery = (
  deps: ChangeDeps,
  petitionId: string,
  delivery: {
    by: EventData<'AnswerDelivered'>['by'];
    actor: Actor;
    /** Number of the event that was the answer. */
    answerSeq: number;
  },
): Promise<Changed> =>
  changePetition(deps, petitionId, ({ petition, timetable, now }) => {
    // An answer that was taken up again since: its delivery opens nothing any more.
    const isPresent = petition.outcome?.seq === delivery.answerSeq;
    const actor = delivery.actor.kind === 'operator' ? 'operator' : 'workflow';
    const isAwaited =
      isPresent && petition.delivered === null && isAllowed('confirm-delivery', petition.status, actor);
    if (!isAwaited) return Promise.resolve(null);
    return Promise.resolve({
      happening: {
        type: 'AnswerDelivered',
        data: { by: delivery.by, feedbackUntil: timetable.feedback(now) },
      },
      actor: delivery.actor,
    });
  });
