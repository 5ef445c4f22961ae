import type { Assignment, EventType, PetitionEvent } from '../events.js';
import type { EventOf, HopKind, Petition, Task } from './petition.js';

/** Thrown when a history cannot be one: a gap, a second first event, an event before the first. */
export class BrokenHistoryError extends Error {
  override readonly name = 'BrokenHistoryError';
}

const openTask = (petition: Petition, assignment: Assignment, at: string): Task => ({
  ...assignment,
  no: petition.hops.length + 1,
  openedAt: at,
  acceptedAt: null,
  remindedFor: null,
  overdueReminders: 0,
  extensions: 0,
  notes: 0,
});

const hop = (
  petition: Petition,
  event: PetitionEvent,
  to: { kind: HopKind; assignment: Assignment },
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
    },
  ],
});

const onTask = (petition: Petition, change: (task: Task) => Partial<Task>): Petition =>
  petition.task === null ? petition : { ...petition, task: { ...petition.task, ...change(petition.task) } };

const submitted = (event: EventOf<'PetitionSubmitted'>): Petition => {
  const { files: _files, text: _text, against = null, ...facts } = event.data;
  return {
    ...facts,
    against,
    id: event.petitionId,
    status: 'SUBMITTED',
    receivedAt: event.at,
    task: null,
    hops: [],
    transfers: 0,
    escalations: 0,
    outcome: null,
    delivered: null,
    feedbackUntil: null,
    closedAt: null,
    head: { seq: 0, hash: '', at: event.at },
  };
};

const decided = (
  petition: Petition,
  event: EventOf<'PetitionResolved'> | EventOf<'PetitionRejected'>,
): Petition => {
  const isResolved = event.type === 'PetitionResolved';
  return {
    ...petition,
    status: isResolved ? 'RESOLVED' : 'REJECTED',
    outcome: {
      kind: isResolved ? 'resolved' : 'rejected',
      at: event.at,
      agencyId: petition.task?.holder.id ?? '',
      agencyName: petition.task?.holder.name ?? '',
      ground: isResolved ? null : event.data.ground,
      documentNo: event.data.documentNo,
      seq: event.seq,
    },
  };
};

type Reducers = { [T in Exclude<EventType, 'PetitionSubmitted'>]: (p: Petition, e: EventOf<T>) => Petition };

const REDUCERS: Reducers = {
  PetitionRouted: (p, e) =>
    hop(p, e, { kind: e.data.assignment.isTriage ? 'triage' : 'routed', assignment: e.data.assignment }),
  TaskAccepted: (p, e) => onTask({ ...p, status: 'ACCEPTED' }, () => ({ acceptedAt: e.at })),
  PetitionResolved: decided,
  PetitionRejected: decided,
  PetitionTransferred: (p, e) => ({
    ...hop(p, e, { kind: 'transferred', assignment: e.data.assignment }),
    transfers: p.transfers + e.data.weight,
  }),
  BeyondCompetenceDeclared: (p, e) => ({
    ...hop(p, e, { kind: 'beyond-competence', assignment: e.data.assignment }),
    conditions: { ...p.conditions, ...e.data.conditions },
    promised: e.data.promised,
  }),
  DeadlineExtended: (p, e) => ({
    ...onTask(p, (task) => ({ resolveBy: e.data.resolveBy, extensions: task.extensions + 1 })),
    promised: e.data.promised,
  }),
  ProgressNoted: (p) => onTask(p, (task) => ({ notes: task.notes + 1 })),
  HolderReminded: (p, e) =>
    onTask(p, (task) => ({
      remindedFor: e.data.planned,
      overdueReminders: task.overdueReminders + (e.data.kind === 'overdue' ? 1 : 0),
    })),
  PetitionEscalated: (p, e) => ({
    ...hop(p, e, { kind: 'escalated', assignment: e.data.assignment }),
    escalations: p.escalations + 1,
  }),
  PetitionReassigned: (p, e) =>
    hop(p, e, { kind: e.data.assignment.isTriage ? 'triage' : 'reassigned', assignment: e.data.assignment }),
  AnswerDelivered: (p, e) => ({
    ...p,
    delivered: { at: e.at, by: e.data.by },
    feedbackUntil: e.data.feedbackUntil,
  }),
  PetitionClosed: (p, e) => ({ ...p, status: 'CLOSED', task: null, closedAt: e.at }),
};

/** Applies one event. Pure; the only way in which a petition's record changes. */
export const applyEvent = (petition: Petition | null, event: PetitionEvent): Petition => {
  if (event.seq !== (petition?.head.seq ?? 0) + 1)
    throw new BrokenHistoryError(`event ${event.seq} out of order`);
  let after: Petition;
  if (event.type === 'PetitionSubmitted') {
    if (petition !== null) throw new BrokenHistoryError('a second first event');
    after = submitted(event);
  } else {
    if (petition === null) throw new BrokenHistoryError('no first event');
    const reduce = REDUCERS[event.type] as (p: Petition, e: PetitionEvent) => Petition;
    after = reduce(petition, event);
  }
  return { ...after, head: { seq: event.seq, hash: event.hash, at: event.at } };
};

/** The record that a whole history gives. */
export const foldHistory = (events: readonly PetitionEvent[]): Petition => {
  const petition = events.reduce<Petition | null>(applyEvent, null);
  if (petition === null) throw new BrokenHistoryError('an empty history');
  return petition;
};
