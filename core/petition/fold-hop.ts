import type { Assignment } from '../event-parts.js';
import type { PetitionEvent } from '../events.js';
import type { HopKind, Petition, Task } from './petition.js';

const openTask = (petition: Petition, assignment: Assignment, at: string): Task => ({
  ...assignment,
  no: petition.hops.length + 1,
  openedAt: at,
  acceptedAt: null,
  remindedFor: null,
  overdueReminders: 0,
  extensions: 0,
  pauses: 0,
  pause: null,
  notes: 0,
  commitments: [],
  extensionRequest: null,
  extensionRequests: 0,
  assignedTo: null,
  assignments: 0,
  proposal: null,
  proposals: 0,
  voidProposals: [],
});

/** Another agency holds it from now on. */
export const hop = (
  petition: Petition,
  event: PetitionEvent,
  to: { kind: HopKind; assignment: Assignment; isAnew?: boolean },
): Petition => ({
  ...petition,
  status: 'ASSIGNED',
  task: openTask(petition, to.assignment, event.at),
  hops: [
    ...petition.hops,
    {
      at: event.at,
      kind: to.kind,
      from: petition.task?.holder.id ?? null,
      to: to.assignment.holder.id,
      toName: to.assignment.holder.name,
      ...(to.isAnew === true && { isAnew: true }),
    },
  ],
});

/** Changes the open task, where there is one. */
export const onTask = (petition: Petition, change: (task: Task) => Partial<Task>): Petition =>
  petition.task === null ? petition : { ...petition, task: { ...petition.task, ...change(petition.task) } };
