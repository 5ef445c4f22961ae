import type { EventType, PetitionEvent } from '../events.js';
import { classifiedAnew } from './classified-anew.js';
import { deadlinesOf } from './deadlines-of.js';
import { DUPLICATE_REDUCERS, stillLinked } from './fold-duplicates.js';
import { hop, onTask } from './fold-hop.js';
import { DECIDED, outcomeOf } from './fold-outcome.js';
import { submitted } from './fold-submitted.js';
import { SUPPORT_REDUCERS, withDues, withoutSupports } from './fold-supports.js';
import {
  answerCodeFailed,
  answerCodeRequested,
  answerProposed,
  answerReturned,
  assignedInside,
  voidedByResident,
  withoutProposal,
} from './inside-agency-folds.js';
import type { EventOf, HopKind, Petition } from './petition.js';
import {
  committed,
  dateMoved,
  directedHow,
  escalatedHow,
  extensionAnswered,
  extensionAsked,
  withLastCommitment,
} from './superior-folds.js';
import { matterEnded, split } from './matters.js';
import { publishedBy } from './published-answer.js';
import { stoodStill } from './stood-still.js';
import { withoutDelivery } from './undelivered.js';

/** Thrown when a history cannot be one: a gap, a second first event, an event before the first. */
export class BrokenHistoryError extends Error {
  override readonly name = 'BrokenHistoryError';
}

const pausedSince = ({ task }: Petition): string | null => task?.pause?.since ?? null;

/** An answer ends the pause with it: whoever waits for the resident may find out otherwise. */
const decided = (petition: Petition, event: EventOf<keyof typeof DECIDED>): Petition => ({
  ...onTask(withoutSupports(noticed(petition, event.at), event, 'lead-decided'), () => ({
    pause: null,
    proposal: null,
  })),
  status: DECIDED[event.type].status,
  endedInPauseSince: pausedSince(petition),
  outcome: outcomeOf(petition, event),
  ...publishedBy(event),
});

/** A written notice to the resident was promised: the first one is what the law sets a term for. */
const noticed = (petition: Petition, at: string): Petition => ({
  ...petition,
  firstNoticeAt: petition.firstNoticeAt ?? at,
});

/** The clock runs on with the terms that the event names. The mail that says so stands for reminders of the pause. */
const running = (petition: Petition, event: EventOf<'ResidentAnswered' | 'PauseEnded'>): Petition => ({
  ...onTask(petition, (task) => ({
    pause: null,
    resolveBy: event.data.resolveBy,
    remindedFor: event.at,
    commitments: withLastCommitment(task.commitments, event.data.commitment),
  })),
  status: 'ACCEPTED',
  promised: event.data.promised,
  stood: [...petition.stood, ...stoodStill(petition, event)],
});

/** The matter is open once more, with a new task; the answer that did not satisfy stays in the history. */
const openedAgain = (
  petition: Petition,
  event: EventOf<'PetitionReopened' | 'PetitionAppealed'>,
  kind: 'reopened' | 'appealed',
): Petition => ({
  ...hop(petition, event, { kind, assignment: event.data.assignment }),
  outcome: null,
  delivered: null,
  feedbackUntil: null,
  feedback: null,
  endedInPauseSince: null,
  promised: event.data.promised,
  reopenings: petition.reopenings + (kind === 'reopened' ? 1 : 0),
  appeals: petition.appeals + (kind === 'appealed' ? 1 : 0),
});

const reminded = (petition: Petition, { data }: EventOf<'HolderReminded'>): Petition =>
  data.kind === 'first-notice'
    ? { ...petition, isFirstNoticeMissed: true }
    : onTask(petition, (task) => ({
        remindedFor: data.planned,
        overdueReminders: task.overdueReminders + (data.kind === 'overdue' ? 1 : 0),
      }));

const reassignedHow = ({ data }: EventOf<'PetitionReassigned'>): HopKind => {
  if (data.assignment.isTriage) return 'triage';
  return data.because === 'function-moved' ? 'function-moved' : 'reassigned';
};

/** Another category from here on: with another holder, or with other terms of the same one. */
const reclassified = (petition: Petition, event: EventOf<'PetitionReclassified'>): Petition => {
  const known = { ...petition, supports: withDues(petition.supports, event.data.supports ?? []) };
  const changed = withoutProposal(classifiedAnew(noticed(known, event.at), event));
  const { assignment } = event.data;
  return assignment === null
    ? changed
    : hop(changed, event, { kind: assignment.isTriage ? 'triage' : 'reclassified', assignment });
};

type Reducers = { [T in Exclude<EventType, 'PetitionSubmitted'>]: (p: Petition, e: EventOf<T>) => Petition };

const REDUCERS: Reducers = {
  PetitionRouted: (p, e) =>
    hop(p, e, { kind: e.data.assignment.isTriage ? 'triage' : 'routed', assignment: e.data.assignment }),
  TaskAccepted: (p, e) => onTask({ ...noticed(p, e.at), status: 'ACCEPTED' }, () => ({ acceptedAt: e.at })),
  PetitionResolved: decided,
  PetitionRejected: decided,
  PetitionGuided: decided,
  PetitionForwarded: decided,
  ResidentAsked: (p, e) =>
    // Asking is taking the task: whoever asks has begun to work on it.
    onTask(withoutProposal({ ...noticed(p, e.at), status: 'WAITING_RESIDENT' }), (task) => ({
      acceptedAt: task.acceptedAt ?? e.at,
      pauses: task.pauses + 1,
      pause: { since: e.at, until: e.data.waitUntil, seq: e.seq },
    })),
  ResidentAnswered: (p, e) => voidedByResident(running(p, e), e.at),
  PauseEnded: running,
  ResidentSupplemented: (p, e) => voidedByResident({ ...p, supplements: p.supplements + 1 }, e.at),
  PetitionWithdrawn: (p, e) => ({
    ...withoutSupports(p, e, 'withdrawn'),
    status: 'WITHDRAWN',
    task: null,
    endedInPauseSince: pausedSince(p),
    closedAt: e.at,
  }),
  FeedbackGiven: (p, e) => ({
    ...p,
    feedback: { at: e.at, satisfied: e.data.satisfied, rating: e.data.rating },
  }),
  PetitionReopened: (p, e) => openedAgain(p, e, 'reopened'),
  PetitionAppealed: (p, e) => openedAgain(p, e, 'appealed'),
  PetitionTransferred: (p, e) => ({
    ...hop(noticed(p, e.at), e, { kind: 'transferred', assignment: e.data.assignment }),
    transfers: p.transfers + e.data.weight,
  }),
  BeyondCompetenceDeclared: (p, e) => ({
    ...hop(noticed(p, e.at), e, { kind: 'beyond-competence', assignment: e.data.assignment }),
    conditions: { ...p.conditions, ...e.data.conditions },
    promised: e.data.promised,
  }),
  DeadlineExtended: (p, e) => ({
    ...onTask(noticed(dateMoved(p, e, 'extended'), e.at), (task) => ({
      resolveBy: e.data.resolveBy,
      extensions: task.extensions + 1,
    })),
    promised: e.data.promised,
  }),
  DeadlinesRecounted: (p, { data }) => ({
    ...onTask(p, ({ pause, commitments, extensionRequest }) => ({
      acceptBy: data.acceptBy,
      resolveBy: data.resolveBy,
      followUpAt: data.followUpAt,
      pause: pause && data.waitUntil && { ...pause, until: data.waitUntil },
      ...(data.commitment !== null && { commitments: [...commitments.slice(0, -1), data.commitment] }),
      ...(extensionRequest !== null &&
        data.extensionUntil != null && {
          extensionRequest: { ...extensionRequest, until: data.extensionUntil },
        }),
    })),
    feedbackUntil: data.feedbackUntil,
    promised: data.promised,
    supports: withDues(p.supports, data.supports),
  }),
  PetitionReclassified: reclassified,
  ProgressNoted: (p) => onTask(p, (task) => ({ notes: task.notes + 1 })),
  HolderReminded: reminded,
  PetitionEscalated: (p, e) => ({
    ...hop(p, e, { kind: escalatedHow(e), assignment: e.data.assignment }),
    escalations: p.escalations + 1,
  }),
  PetitionReassigned: (p, e) =>
    stillLinked(p, hop(p, e, { kind: reassignedHow(e), assignment: e.data.assignment })),
  ArbitrationRequested: (p, e) =>
    hop(noticed(p, e.at), e, { kind: 'arbitration', assignment: e.data.assignment }),
  PetitionDirected: (p, e) =>
    hop(noticed(directedHow(p, e), e.at), e, { kind: 'directed', assignment: e.data.assignment }),
  ExtensionRequested: (p, e) => onTask(p, (task) => extensionAsked(task, e)),
  ExtensionApproved: (p, e) => ({
    ...onTask(noticed(dateMoved(p, e, 'approved'), e.at), (task) => ({
      ...extensionAnswered(task, e),
      resolveBy: e.data.resolveBy,
    })),
    promised: e.data.promised,
  }),
  ExtensionRefused: (p, e) => onTask(p, (task) => extensionAnswered(task, e)),
  CommitmentMade: (p, e) => onTask(p, (task) => committed(task, e)),
  TaskAssigned: (p, e) => onTask(p, (task) => assignedInside(task, e)),
  AnswerProposed: (p, e) => onTask(p, (task) => answerProposed(task, e)),
  AnswerReturned: (p, e) => onTask(p, (task) => answerReturned(task, e)),
  AnswerCodeFailed: (p, e) => onTask(p, (task) => answerCodeFailed(task, e)),
  AnswerCodeRequested: (p, e) => onTask(p, (task) => answerCodeRequested(task, e)),
  AnswerDelivered: (p, e) => ({
    ...p,
    delivered: { at: e.at, by: e.data.by },
    feedbackUntil: e.data.feedbackUntil,
  }),
  NoticeUndelivered: (p, e) => withoutDelivery({ ...p, undelivered: p.undelivered + 1 }, e.data),
  CodeRecovered: (p, e) => ({ ...p, receiptNo: e.data.receiptNo }),
  PetitionClosed: (p, e) => ({ ...p, status: 'CLOSED', task: null, closedAt: e.at }),
  PetitionSplit: split,
  MatterEnded: matterEnded,
  ...SUPPORT_REDUCERS,
  ...DUPLICATE_REDUCERS,
  SupportRequested: (p, e) => withoutProposal(SUPPORT_REDUCERS.SupportRequested(p, e)),
};

/** A deadline that names a calendar which the record did not name before was counted by the event's release. */
const calendarsOf = (petition: Petition, release: string): Petition['calendars'] =>
  Object.fromEntries(
    deadlinesOf(petition).map(({ calendar }) => [calendar, petition.calendars[calendar] ?? release]),
  );

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
  return {
    ...after,
    calendars: calendarsOf(after, event.release),
    head: { seq: event.seq, hash: event.hash, at: event.at },
  };
};

/** The record that a whole history gives. */
export const foldHistory = (events: readonly PetitionEvent[]): Petition => {
  const petition = events.reduce<Petition | null>(applyEvent, null);
  if (petition === null) throw new BrokenHistoryError('an empty history');
  return petition;
};
