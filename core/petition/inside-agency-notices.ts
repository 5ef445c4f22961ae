import type { PetitionEvent } from '../events.js';
import type { Approval } from './inside-agency-schemas.js';
import type { Notice } from './notices.js';
import type { EventOf, Petition, Task } from './petition.js';

type Plan = Pick<Notice, 'kind' | 'to' | 'taskNo'>;

/** Whoever works on the task inside its agency; the first contact while nobody was assigned. */
export const toHolderOf = ({ holder, assignedTo }: Task): Notice['to'] => ({
  kind: 'agency',
  agencyId: holder.id,
  role: 'main',
  ...(assignedTo !== null && { contactId: assignedTo }),
});

/** The contact of an actor, without the instant since when it has its address. */
const contactOf = (actorContact: string): string => actorContact.split('@')[0] ?? actorContact;

/** The head is asked for approval, by its link or with a code to tell, and asked again with each reminder. */
export const toApprove = ({ task }: Petition): Plan[] =>
  task === null || task.proposal === null
    ? []
    : [
        {
          kind: task.proposal.code === null ? 'approval-requested' : 'answer-code',
          to: { kind: 'agency', agencyId: task.holder.id, role: 'head' },
          taskNo: task.no,
        },
      ];

/** The head learns that the draft before it is none any more: its link is dead. */
export const voidNotices = (before: Petition | null, { task }: Petition): Plan[] =>
  before?.task?.proposal == null || task === null || task.proposal !== null
    ? []
    : [{ kind: 'draft-void', to: { kind: 'agency', agencyId: task.holder.id, role: 'head' }, taskNo: null }];

export type InsideEvent = EventOf<
  'TaskAssigned' | 'AnswerProposed' | 'AnswerReturned' | 'AnswerCodeFailed' | 'AnswerCodeRequested'
>;

/** Said inside an agency, for those who work on the task there. */
export const INSIDE: readonly PetitionEvent['type'][] = [
  ...(['TaskAssigned', 'AnswerProposed', 'AnswerReturned'] as const),
  ...(['AnswerCodeFailed', 'AnswerCodeRequested'] as const),
];

export const isInsideEvent = (event: PetitionEvent): event is InsideEvent => INSIDE.includes(event.type);

const toProposer = (agencyId: string, by: string): Notice['to'] => ({
  ...{ kind: 'agency', agencyId, role: 'main', contactId: contactOf(by) },
});

/** Who learns that the answer has left: whoever drafted it and has not sent it off, and the head whose code it was. */
const approvedFor = (by: string, approval: Approval | undefined): string[] => {
  if (approval?.by === 'head') return [approval.proposedBy];
  return approval?.by === 'code'
    ? [approval.contactId, approval.proposedBy].filter((contactId) => contactId !== by)
    : [];
};

/** Whoever drafted or approved the answer elsewhere learns that it has left. */
export const approvedNotices = ({
  actor,
  data: { approval },
}: EventOf<'PetitionResolved' | 'PetitionRejected' | 'PetitionGuided' | 'PetitionForwarded'>): Plan[] =>
  actor.kind === 'agency'
    ? approvedFor(actor.contactId, approval).map((contactId) => ({
        ...{ kind: 'answer-approved', to: toProposer(actor.agencyId, contactId), taskNo: null },
      }))
    : [];

/** Whoever drafted it has to take it up again. */
const returnedNotices = (before: Petition | null): Plan[] => {
  const task = before?.task;
  return task?.proposal == null
    ? []
    : [{ kind: 'answer-returned', to: toProposer(task.holder.id, task.proposal.by), taskNo: task.no }];
};

/** Who is told inside the agency: whoever has to do something next. */
export const insideNotices = (event: InsideEvent, before: Petition | null, after: Petition): Plan[] => {
  const { task } = after;
  switch (event.type) {
    case 'TaskAssigned':
      return task === null ? [] : [{ kind: 'assigned-to-you', to: toHolderOf(task), taskNo: task.no }];
    case 'AnswerProposed':
    case 'AnswerCodeRequested':
      return toApprove(after);
    case 'AnswerCodeFailed':
      return [];
    case 'AnswerReturned':
      return returnedNotices(before);
  }
};
