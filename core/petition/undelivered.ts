import type { EventData, PetitionEvent } from '../events.js';
import { isDeskRole, type ContactRole, type DeskRole } from '../registry/contact-role.js';
import type { Notice } from './notices.js';
import type { Petition } from './petition.js';
import { isDecided } from './transitions.js';

type Undelivered = EventData<'NoticeUndelivered'>;
export type FollowUp = Undelivered['followUp'];

/** Why a mail or a message did not arrive. */
export type DeliveryFailure = Pick<Undelivered, 'reason' | 'bounceType' | 'channel'>;

/** The mailbox is at fault and will be next time: there is none, or it wants no mail of ours. */
export const isMailboxDead = ({ reason, bounceType }: DeliveryFailure): boolean =>
  reason === 'complaint' || (reason === 'bounce' && bounceType === 'Permanent');

/** What a contact has to be for the choice of the next one. */
interface Candidate<R = ContactRole> {
  id: string;
  role: R;
}

export interface UndeliveredCase {
  petition: Petition;
  notice: Notice;
  /** The mail asks for nothing any more: its task, question or answer is over. */
  isOutdated: boolean;
  failure: DeliveryFailure;
  /** Contacts of the agency that take mail and were not tried for this message, in their order. */
  untried: readonly Candidate[];
  /** Who stands above the agency; null where nobody does, or has been told for this task already. */
  superiorId: string | null;
  /** The stage has a gateway, and the notice has an attempt left: a message may do what the mail could not. */
  mayMessage: boolean;
}

/** Only an answer and a question must reach the person: by telephone where a mail came back, else somebody phones or prints. */
const forResident = ({ petition, notice, failure, mayMessage }: UndeliveredCase): FollowUp => {
  const isOwed = notice.kind === 'question' || (notice.kind === 'decision' && petition.feedback === null);
  if (!isOwed) return { kind: 'none' };
  return { kind: mayMessage && failure.channel === undefined ? 'message' : 'worklist' };
};

/** The copy for the head goes to no one who has the mail anyway. */
const nextContact = ({ notice, untried }: UndeliveredCase): Candidate<DeskRole> | undefined =>
  untried
    .flatMap(({ id, role }) => (isDeskRole(role) ? [{ id, role }] : []))
    .find(({ role }) => notice.to.kind !== 'agency' || notice.to.role !== 'head' || role !== 'main');

/** Asks one superior, or the head, for something that is nobody else's. */
const ASKING_ONE: readonly Notice['kind'][] = ['extension-requested', 'approval-requested', 'answer-code'];

/** What follows. A mail that the service refused for its content would be refused at every address. */
export const followUpOf = (undelivered: UndeliveredCase): FollowUp => {
  const { notice, failure, untried, superiorId } = undelivered;
  if (undelivered.isOutdated) return { kind: 'none' };
  if (notice.to.kind === 'resident') return forResident(undelivered);
  if (failure.reason === 'rejected') return { kind: 'worklist' };
  const next = nextContact(undelivered);
  if (next !== undefined) return { kind: 'next-contact', contactId: next.id, role: next.role };
  // Who stands above the superior that was asked has no part in the request, nor in a draft of the agency.
  const isTold =
    ASKING_ONE.includes(notice.kind) || untried.length > 0 || notice.taskNo === null || superiorId === null;
  return isTold ? { kind: 'worklist' } : { kind: 'superior', agencyId: superiorId };
};

type UndeliveredEvent = Extract<PetitionEvent, { type: 'NoticeUndelivered' }>;

export const undeliveredIn = (history: readonly PetitionEvent[]): UndeliveredEvent[] =>
  history.filter((event) => event.type === 'NoticeUndelivered');

/** Contacts that were tried for a message before it came to this notice: the notices that it replaces, one by one. */
export const triedBefore = (history: readonly PetitionEvent[], seq: number): string[] => {
  const cause = undeliveredIn(history).find((event) => event.seq === seq);
  if (cause?.data.to.kind !== 'agency') return [];
  const { contactId } = cause.data.to;
  return [...(contactId === null ? [] : [contactId]), ...triedBefore(history, cause.data.promisedBy)];
};

/** An answer that came back was not delivered, so silence does not close the petition: the time to object has not begun. */
export const withoutDelivery = (petition: Petition, { kind, promisedBy }: Undelivered): Petition =>
  kind === 'decision' &&
  petition.outcome?.seq === promisedBy &&
  petition.delivered?.by === 'email' &&
  isDecided(petition.status)
    ? { ...petition, delivered: null, feedbackUntil: null }
    : petition;
