import { duplicateOfIn } from './duplicates.js';
import { hop, onTask } from './fold-hop.js';
import type { EventOf, Petition } from './petition.js';

/** Asking for more time, and a draft before the head, end with the link: nobody needs it while the main petition is worked on. */
const linked = (petition: Petition, event: EventOf<'DuplicateLinked'>): Petition => ({
  ...onTask(petition, (task) => ({
    acceptedAt: task.acceptedAt ?? event.at,
    extensionRequest: null,
    proposal: null,
  })),
  status: 'LINKED',
  firstNoticeAt: petition.firstNoticeAt ?? event.at,
  duplicateOf: duplicateOfIn(event),
});

const unlinked = (petition: Petition, event: EventOf<'DuplicateUnlinked'>): Petition => {
  const alone = { ...petition, duplicateOf: null };
  const { assignment } = event.data;
  return assignment === null
    ? {
        ...onTask(alone, (task) => ({ acceptedAt: task.acceptedAt ?? event.at, remindedFor: event.at })),
        status: 'ACCEPTED',
      }
    : hop(alone, event, {
        kind: assignment.isTriage ? 'triage' : 'returned',
        assignment,
        // The clock goes on, unless its term had run out.
        isAnew: assignment.resolveBy?.at !== petition.task?.resolveBy?.at,
      });
};

export const DUPLICATE_REDUCERS = { DuplicateLinked: linked, DuplicateUnlinked: unlinked };

/** A holder that ends hands on a duplicate as what it is. */
export const stillLinked = (before: Petition, after: Petition): Petition =>
  before.status === 'LINKED' ? { ...after, status: 'LINKED' } : after;
