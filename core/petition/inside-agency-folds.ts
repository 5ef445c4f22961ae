import type { Instant } from '../time.js';
import type { AnswerCode } from './code-state.js';
import { onTask } from './fold-hop.js';
import type { EventOf, Petition, Task } from './petition.js';

export const assignedInside = ({ assignments }: Task, { data }: EventOf<'TaskAssigned'>): Partial<Task> => ({
  assignedTo: data.contactId,
  assignments: assignments + 1,
});

/** The latest draft counts: the head's link to an earlier one is dead. */
export const answerProposed = (
  { proposals }: Task,
  { seq, at, actor, data }: EventOf<'AnswerProposed'>,
): Partial<Task> => ({
  proposal: {
    ...{ seq, at, decision: data.decision, by: actor.kind === 'agency' ? actor.contactId : actor.kind },
    code: data.code === undefined ? null : { no: 1, seq, failures: 0, ...data.code },
  },
  proposals: proposals + 1,
});

/** Only the draft that was sent back is over. */
export const answerReturned = ({ proposal }: Task, { data }: EventOf<'AnswerReturned'>): Partial<Task> => ({
  proposal: proposal?.seq === data.proposalSeq ? null : proposal,
});

const ofCode = (
  { proposal }: Task,
  { proposalSeq }: { proposalSeq: number },
  change: (code: AnswerCode) => AnswerCode,
): Partial<Task> =>
  proposal?.seq === proposalSeq && proposal.code !== null
    ? { proposal: { ...proposal, code: change(proposal.code) } }
    : {};

export const answerCodeFailed = (task: Task, { data }: EventOf<'AnswerCodeFailed'>): Partial<Task> =>
  ofCode(task, data, (code) => ({ ...code, failures: data.tryNo }));

/** Only the latest code of a draft counts. */
export const answerCodeRequested = (
  task: Task,
  { seq, data: { taskNo: _taskNo, proposalSeq, codeNo: no, ...to } }: EventOf<'AnswerCodeRequested'>,
): Partial<Task> => ofCode(task, { proposalSeq }, () => ({ no, seq, failures: 0, ...to }));

/** The resident has said something that whoever drafted could not know: the draft must not leave as if nothing had been. */
export const voidedByResident = (petition: Petition, at: Instant): Petition =>
  onTask(petition, ({ proposal, voidProposals }) =>
    proposal === null ? {} : { proposal: null, voidProposals: [...voidProposals, { seq: proposal.seq, at }] },
  );

/** Whoever asks the resident or another agency, or classifies anew, has not finished: the draft is withdrawn with it. */
export const withoutProposal = (petition: Petition): Petition => onTask(petition, () => ({ proposal: null }));
