import { IllegalTransitionError } from '../errors.js';
import type { Actor, EventData } from '../events.js';
import { isAllowed } from '../petition/transitions.js';
import { changePetition, type ChangeDeps, type Changed } from './change-petition.js';

/**
 * Records that the answer reached the resident, and opens the time in which silence closes the petition. Said twice, it
 * stays the first time.
 * @throws IllegalTransitionError when there is no answer to deliver.
 */
export const confirmDelivery = (
  deps: ChangeDeps,
  petitionId: string,
  delivery: { by: EventData<'AnswerDelivered'>['by']; actor: Actor },
): Promise<Changed> =>
  changePetition(deps, petitionId, ({ petition, timetable, now }) => {
    if (petition.delivered !== null) return Promise.resolve(null);
    const actor = delivery.actor.kind === 'operator' ? 'operator' : 'workflow';
    if (!isAllowed('confirm-delivery', petition.status, actor))
      throw new IllegalTransitionError('confirm-delivery', petition.status);
    return Promise.resolve({
      happening: {
        type: 'AnswerDelivered',
        data: { by: delivery.by, feedbackUntil: timetable.feedback(now) },
      },
      actor: delivery.actor,
    });
  });
