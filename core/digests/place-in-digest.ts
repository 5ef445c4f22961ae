import type { PetitionEvent } from '../events.js';
import type { Petition } from '../petition/petition.js';
import { undeliveredIn } from '../petition/undelivered.js';
import type { Digest } from '../ports/digests.js';
import { isDeskRole, roleOfContact } from '../registry/contact-role.js';
import type { StoredNotice } from '../ports/notices.js';
import type { NoticeKind } from '../petition/notice-kinds.js';

/** What becomes of a reminder: a mail of its own, the mail of the digest, or part of a digest that another one carries. */
export type DigestPlace =
  { kind: 'alone' } | { kind: 'carries'; digest: Digest } | { kind: 'covered'; by: Digest };

export const ALONE: DigestPlace = { kind: 'alone' };

/** Mails that only say again what the agency's list says as well. The missed first notice is said once, by itself. */
const REMINDERS: readonly NoticeKind[] = ['reminder', 'overdue', 'follow-up'];

type ReminderToAgency = StoredNotice & { to: Extract<StoredNotice['to'], { kind: 'agency' }> };

/** For the desk of the agency; what was handed to a colleague or an office goes there, by itself. */
const isForDesk = ({ contactId }: ReminderToAgency['to']): boolean =>
  contactId === undefined || isDeskRole(roleOfContact(contactId));

/** Reminders of a petition's own task; those of support tasks are not in the list that a digest opens. */
export const isReminderOfTask = (notice: StoredNotice): notice is ReminderToAgency =>
  notice.to.kind === 'agency' &&
  notice.thread === undefined &&
  REMINDERS.includes(notice.kind) &&
  isForDesk(notice.to);

/** Does a notice repeat the digest at the agency's next contact, because the mail came back? */
export const repeatsCarrier = (
  history: readonly PetitionEvent[],
  seq: number,
  carrier: Digest['carrier'],
): boolean => {
  const cause = undeliveredIn(history).find((event) => event.seq === seq)?.data;
  if (cause === undefined) return false;
  return cause.noticeId === carrier.id || repeatsCarrier(history, cause.promisedBy, carrier);
};

export const isCarrier = ({ carrier }: Digest, { petitionId, id }: StoredNotice): boolean =>
  carrier.petitionId === petitionId && carrier.id === id;

/**
 * Where a reminder belongs when the day has a digest. The copy for the head stays a mail of its own, and so does the
 * reminder of a task that came after the digest: it is not in it.
 */
export const placeIn = (
  digest: Digest,
  notice: ReminderToAgency,
  { petition, history }: { petition: Petition; history: readonly PetitionEvent[] },
): DigestPlace => {
  if (isCarrier(digest, notice)) return { kind: 'carries', digest };
  if (notice.petitionId === digest.carrier.petitionId && repeatsCarrier(history, notice.seq, digest.carrier))
    return { kind: 'carries', digest };
  const openedAt = petition.task?.openedAt;
  const isIn = openedAt !== undefined && openedAt <= digest.at && notice.to.role !== 'head';
  return isIn ? { kind: 'covered', by: digest } : ALONE;
};
