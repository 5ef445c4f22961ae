import type { EventOf, Outcome, Petition } from './petition.js';

type Answer = EventOf<'PetitionResolved' | 'PetitionRejected' | 'PetitionGuided' | 'PetitionForwarded'>;

/** The signed document that came with an answer. */
export const signedFileOf = ({ data: { signedFile } }: Answer): Outcome['signedFile'] =>
  signedFile === undefined ? null : { sha256: signedFile.sha256, size: signedFile.size };

/** Nobody to write to: the answer is delivered by standing behind its code. */
export const publishedBy = ({ at, data }: Answer): Partial<Petition> =>
  data.feedbackUntil === undefined
    ? {}
    : { delivered: { at, by: 'tracking-page' }, feedbackUntil: data.feedbackUntil };
