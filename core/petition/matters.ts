import type { EventOf, Petition } from './petition.js';

/** A matter of a split submission, as the submission's own record keeps it. */
export interface Matter {
  petitionId: string;
  code: string;
  category: string;
  /** How it ended; null while it is open. */
  ended: { at: string; how: 'CLOSED' | 'WITHDRAWN' } | null;
}

/** No holder and no deadline of its own from here on: those of the matters count, and lists of late ones show the matters. */
export const split = (petition: Petition, event: EventOf<'PetitionSplit'>): Petition => ({
  ...petition,
  status: 'SPLIT',
  task: null,
  promised: { ...petition.promised, resolveBy: null },
  firstNoticeAt: petition.firstNoticeAt ?? event.at,
  matters: event.data.matters.map((matter) => ({ ...matter, ended: null })),
});

export const matterEnded = (petition: Petition, { at, data }: EventOf<'MatterEnded'>): Petition => ({
  ...petition,
  matters: petition.matters.map((matter) =>
    matter.petitionId === data.petitionId ? { ...matter, ended: { at, how: data.how } } : matter,
  ),
});

export const isMatterOpen = ({ matters }: Pick<Petition, 'matters'>, petitionId: string): boolean =>
  matters.some((matter) => matter.petitionId === petitionId && matter.ended === null);

export const areMattersEnded = ({ matters }: Pick<Petition, 'matters'>): boolean =>
  matters.every(({ ended }) => ended !== null);
