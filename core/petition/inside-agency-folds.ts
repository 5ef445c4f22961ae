import type { Instant } from '../time.js';
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
  proposal: { seq, at, decision: data.decision, by: actor.kind === 'agency' ? actor.contactId : actor.kind },
  proposals: proposals + 1,
});

/** Only the draft that was sent back is over. */
export const answerReturned = ({ proposal }: Task, { data }: EventOf<'AnswerReturned'>): Partial<Task> => ({
  proposal: proposal?.seq === data.proposalSeq ? null : proposal,
});

/** The resident has said something that whoever drafted could not know: the draft must not leave as if nothing had been. */
export const voidedByResident = (petition: Petition, at: Instant): Petition =>
  onTask(petition, ({ proposal, voidProposals }) =>
    proposal === null ? {} : { proposal: null, voidProposals: [...voidProposals, { seq: proposal.seq, at }] },
  );

/** Whoever asks the resident or another agency, or classifies anew, has not finished: the draft is withdrawn with it. */
export const withoutProposal = (petition: Petition): Petition => onTask(petition, () => ({ proposal: null }));
