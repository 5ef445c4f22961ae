import type { EventOf, Outcome, Petition } from './petition.js';
import { signedFileOf } from './published-answer.js';

/** Events that decide a petition, the state and the outcome that they lead to. */
export const DECIDED = {
  PetitionResolved: { status: 'RESOLVED', kind: 'resolved' },
  PetitionRejected: { status: 'REJECTED', kind: 'rejected' },
  PetitionGuided: { status: 'GUIDED', kind: 'guided' },
  PetitionForwarded: { status: 'FORWARDED', kind: 'forwarded' },
} as const;

type Deciding = EventOf<keyof typeof DECIDED>;

/** The holder; for a duplicate, whoever answered its main petition. */
const answeredBy = (
  { task }: Petition,
  { data }: Deciding,
): Pick<Outcome, 'agencyId' | 'agencyName' | 'agencyTier'> => {
  const { follows } = data;
  if (follows !== undefined)
    return { agencyId: follows.agency.id, agencyName: follows.agency.name, agencyTier: null };
  const holder = task?.holder;
  return { agencyId: holder?.id ?? '', agencyName: holder?.name ?? '', agencyTier: holder?.tier ?? null };
};

export const outcomeOf = (petition: Petition, event: Deciding): Outcome => ({
  kind: DECIDED[event.type].kind,
  at: event.at,
  ...answeredBy(petition, event),
  ground: event.type === 'PetitionRejected' ? event.data.ground : null,
  track: event.type === 'PetitionGuided' ? event.data.track : null,
  documentNo: event.data.documentNo,
  signedFile: signedFileOf(event),
  seq: event.seq,
});
