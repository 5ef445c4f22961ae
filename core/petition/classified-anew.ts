import type { EventOf, Petition } from './petition.js';

/** The record under another category: what was changed is kept, and the same holder goes on under the terms named. */
export const classifiedAnew = (petition: Petition, event: EventOf<'PetitionReclassified'>): Petition => {
  const { from, category, conditions, serviceClass, lane, kept, promised } = event.data;
  const { task } = petition;
  const isOtherClass = serviceClass !== from.serviceClass;
  return {
    ...petition,
    ...{ category, conditions, serviceClass, lane, promised },
    task: task && {
      ...task,
      ...kept,
      remindedFor: event.at,
      extensions: isOtherClass ? 0 : task.extensions,
      // What was asked under other terms is not for the superior to grant any more.
      extensionRequest: isOtherClass ? null : task.extensionRequest,
      // Nothing is late in the Party lane.
      commitments: lane === 'party' ? [] : task.commitments,
    },
    reclassifications: [
      ...petition.reclassifications,
      {
        ...{ at: event.at, seq: event.seq, from: from.category, to: category },
        resolveBy: petition.promised.resolveBy,
      },
    ],
  };
};
