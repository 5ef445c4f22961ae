import type { EventData } from '../../../core/events.js';
import type { DeliveryFailure } from '../../../core/petition/undelivered.js';
import type { Contact } from '../../../core/ports/contacts.js';
import { recordMailEvent } from '../../../core/use-cases/record-mail-event.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { PROVINCE, WARD } from '../../support/asl/small-registers.js';
import { aContact, aLink } from '../../support/builders/link-builder.js';
import { atWard, createScene, hashOf, LINK_ID } from './scene.js';

export const BOUNCE: DeliveryFailure = { reason: 'bounce', bounceType: 'Permanent' };
export const FULL: DeliveryFailure = { reason: 'bounce', bounceType: 'Transient' };
export const COMPLAINT: DeliveryFailure = { reason: 'complaint', bounceType: null };
export const REJECTED: DeliveryFailure = { reason: 'rejected', bounceType: null };

/** Notices of a petition that the ward has just got. */
export const RECEIPT = '000001-0';
export const ASSIGNMENT = '000002-0';

export const contact = (role: Contact['role'], agencyId = WARD.id): Contact => ({
  ...{ agencyId, id: role, role, name: 'Lê Thị Thử', position: 'Chuyên viên', verifiedOn: null },
  email: `${role}@${agencyId}.example`,
  addressSince: '2020-01-02T02:00:00.000Z',
});

/** A petition that the ward has just got, its mails and what is reported of them. */
export const createMailScene = async () => {
  const s = createScene();
  const { id: petitionId } = await atWard(s);
  // Who works at the ward is for each test to say; the link that the scene knows is the main contact's.
  await s.contacts.remove(WARD.id, aContact().id);
  const { addressSince, id: contactId } = contact('main');
  const task = { petitionId, agencyId: WARD.id, contactId, addressSince };
  await s.links.put(aLink({ hash: hashOf(LINK_ID), ...task }));
  return {
    s,
    petitionId,
    employ: async (...roles: Contact['role'][]) => {
      for (const role of roles) await s.contacts.put(contact(role));
    },
    send: (id: string) => sendNotice(s, { petitionId, id }),
    report: (noticeId: string, failure: DeliveryFailure | null, contactId: string | null = null) =>
      recordMailEvent(s, { petitionId, noticeId, contactId, mailedAt: s.clock.now(), failure }),
    statusOf: async (id: string) => (await s.notices.load({ petitionId, id }))?.status,
    /** Subjects, which are the kinds of the notices. */
    mailsTo: (role: Contact['role'], agencyId = WARD.id) =>
      s.mailer.to(`${role}@${agencyId}.example`).map((mail) => mail.subject),
    undelivered: async (): Promise<EventData<'NoticeUndelivered'>[]> =>
      (await s.store.history(petitionId)).flatMap((event) =>
        event.type === 'NoticeUndelivered' ? [event.data] : [],
      ),
    worklist: async () => (await s.notices.worklist(PROVINCE, { limit: 9 })).items.map(({ id }) => id),
  };
};
export type MailScene = Awaited<ReturnType<typeof createMailScene>>;
