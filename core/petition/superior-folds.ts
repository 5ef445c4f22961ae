import type { DeadlineRef } from './deadline-ref.js';
import type { DateMove, EventOf, HopKind, Petition, Task } from './petition.js';

/** Notes an old and a new date, for residents; events from before that name no old one. */
export const dateMoved = (
  petition: Petition,
  { at, data }: EventOf<'DeadlineExtended' | 'ExtensionApproved'>,
  kind: DateMove['kind'],
): Petition =>
  data.previous === undefined
    ? petition
    : {
        ...petition,
        dateMoves: [...petition.dateMoves, { at, kind, from: data.previous, to: data.resolveBy.at }],
      };

export const directedHow = (petition: Petition, { at, data }: EventOf<'PetitionDirected'>): Petition => {
  const { previous, assignment } = data;
  const to = assignment.resolveBy?.at;
  return previous === undefined || to === undefined
    ? petition
    : { ...petition, dateMoves: [...petition.dateMoves, { at, kind: 'directed', from: previous, to }] };
};

export const escalatedHow = ({ data }: EventOf<'PetitionEscalated'>): HopKind => data.because ?? 'escalated';

export const extensionAsked = (
  task: Task,
  { seq, at, data }: EventOf<'ExtensionRequested'>,
): Partial<Task> => ({
  extensionRequest: { seq, at, until: data.until, superior: data.superior },
  extensionRequests: task.extensionRequests + 1,
});

/** Only the request that was answered is over. */
export const extensionAnswered = (
  { extensionRequest }: Task,
  { data }: EventOf<'ExtensionApproved' | 'ExtensionRefused'>,
): Partial<Task> => ({
  extensionRequest: extensionRequest?.seq === data.requestSeq ? null : extensionRequest,
});

/** Each commitment is kept, so that a missed one can be shown. */
export const committed = (task: Task, { data }: EventOf<'CommitmentMade'>): Partial<Task> => ({
  commitments: [...task.commitments, data.commitment],
});

/** The last commitment moved by a pause. */
export const withLastCommitment = (
  commitments: DeadlineRef[],
  moved: DeadlineRef | undefined,
): DeadlineRef[] => (moved === undefined ? commitments : [...commitments.slice(0, -1), moved]);
