import { formerHolders } from '../../core/petition/petition.js';
import { RESIDENT_NOTICE_KINDS, type ResidentNoticeKind } from '../../core/petition/notice-kinds.js';
import type { MailComposer, MailFacts } from '../../core/ports/mail.js';
import { countedDeadline, deadlineView } from '../server/view-of.js';
import { renderMail } from './render-mail.js';
import type { OfficialMailView, ResidentMailView } from './views.js';

const isForResident = (kind: MailFacts['kind']): kind is ResidentNoticeKind =>
  (RESIDENT_NOTICE_KINDS as readonly string[]).includes(kind);

const sharedView = ({ petition, ...facts }: MailFacts) => ({
  now: facts.now,
  code: petition.code,
  categoryLabel: facts.categoryLabel,
  placeName: facts.placeName,
  trackUrl: facts.trackUrl,
  holderName: petition.outcome === null ? (petition.task?.holder.name ?? null) : null,
  isPartyLane: petition.lane === 'party',
  lastHop: petition.hops.at(-1)?.kind ?? null,
});

const NO_TASK = { acceptedAt: null, acceptBy: null, resolveBy: null, followUpAt: null, isLastOwner: true };

const termsOf = (facts: MailFacts) => {
  const { acceptedAt, acceptBy, resolveBy, followUpAt, isLastOwner } = facts.petition.task ?? NO_TASK;
  return {
    ...{ acceptedAt, isLastOwner },
    acceptBy: deadlineView(acceptBy, facts),
    resolveBy: deadlineView(resolveBy, facts),
    followUpAt: deadlineView(followUpAt, facts),
  };
};

const isFormerHolder = ({ petition, contact }: MailFacts): boolean =>
  contact !== null &&
  contact.agencyId !== petition.task?.holder.id &&
  formerHolders(petition).includes(contact.agencyId);

const officialView = (facts: MailFacts): OfficialMailView => ({
  ...sharedView(facts),
  ...termsOf(facts),
  isFormerHolder: isFormerHolder(facts),
  contact: facts.contact,
  taskUrl: facts.taskUrl,
  isUrgent: facts.petition.serviceClass === 'khan',
});

const residentView = (facts: MailFacts): ResidentMailView => {
  const { promised, outcome, feedbackUntil } = facts.petition;
  return {
    ...sharedView(facts),
    // What was promised to the resident, not the holder's own term: after an escalation the two differ.
    resolveBy: deadlineView(promised.resolveBy, facts),
    firstNoticeBy: countedDeadline(promised.firstNoticeBy, facts),
    outcome,
    said: facts.said,
    reclassified: facts.reclassified,
    waitUntil: deadlineView(facts.petition.task?.pause?.until ?? null, facts),
    // The mail itself is the delivery from which the time to object counts.
    feedbackUntil: countedDeadline(feedbackUntil ?? facts.timetable.feedback(facts.now), facts),
  };
};

/** The mails' words for `send-notice`. */
export const mailComposer: MailComposer = {
  compose: (facts) =>
    renderMail(
      isForResident(facts.kind)
        ? { to: 'resident', kind: facts.kind, view: residentView(facts) }
        : { to: 'official', kind: facts.kind, view: officialView(facts) },
    ),
};
