import { owesCommitment } from '../../core/petition/commitment.js';
import { formerHolders } from '../../core/petition/petition.js';
import { isForResident } from '../../core/petition/notice-kinds.js';
import type { MatterOf } from '../../core/petition/matter-schemas.js';
import { supportOf } from '../../core/petition/support.js';
import type { Attachment, MailComposer, MailFacts } from '../../core/ports/mail.js';
import { codeWords } from '../words/code.js';
import { matterOfSubmission, matterWords } from '../words/matter.js';
import { calendarFile } from './calendar-file.js';
import { digestMail } from './digest-mail.js';
import { countedDeadline, deadlineView } from '../server/view-of.js';
import { renderMail } from './render-mail.js';
import type { OfficialMailView, ResidentMailView } from './views.js';

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

const matterIn = (
  { petition: { matterOf } }: MailFacts,
  words: (matter: MatterOf) => string,
): string | null => (matterOf === null ? null : words(matterOf));

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

const supportView = (facts: MailFacts): OfficialMailView['support'] => {
  const { petition, thread } = facts;
  const support = thread === undefined ? undefined : supportOf(petition, thread);
  return support === undefined
    ? null
    : {
        leadName: petition.task?.holder.name ?? support.requestedBy.name,
        holderName: support.holder.name,
        fromName: support.hops.at(-2)?.toName ?? support.holder.name,
        dueBy: countedDeadline(support.dueBy, facts),
        requestedUntil: support.extensionRequest?.until.at ?? null,
      };
};

const visitView = ({ petition, visit: said }: MailFacts): OfficialMailView['visit'] =>
  petition.visit === null || said === undefined
    ? null
    : { ...petition.visit, place: said.place, text: said.text, isMoved: petition.visit.sequence > 0 };

/** Whose mailbox took no mail: the holder's, or that of an agency that was asked to contribute. */
const unreachable = (facts: MailFacts): Partial<Pick<OfficialMailView, 'holderName'>> => {
  const support = facts.kind === 'unreachable-unit' ? supportView(facts) : null;
  return support === null ? {} : { holderName: support.holderName };
};

const officialView = (facts: MailFacts): OfficialMailView => ({
  ...sharedView(facts),
  matter: matterIn(facts, matterWords),
  ...unreachable(facts),
  ...termsOf(facts),
  isFormerHolder: isFormerHolder(facts),
  contact: facts.contact,
  taskUrl: facts.taskUrl,
  isUrgent: facts.petition.serviceClass === 'khan',
  support: supportView(facts),
  visit: visitView(facts),
  owesCommitment: owesCommitment(facts.petition, facts.now),
  answerCode:
    facts.answerCode === undefined
      ? null
      : { ...facts.answerCode, proposedAt: facts.petition.task?.proposal?.at ?? null },
  requestedUntil: facts.petition.task?.extensionRequest?.until.at ?? null,
});

export const residentView = (facts: MailFacts): ResidentMailView => {
  const { promised, outcome, feedbackUntil } = facts.petition;
  return {
    ...sharedView(facts),
    matter: matterIn(facts, matterOfSubmission),
    // What was promised to the resident, not the holder's own term: after an escalation the two differ.
    resolveBy: deadlineView(promised.resolveBy, facts),
    firstNoticeBy: countedDeadline(promised.firstNoticeBy, facts),
    outcome,
    dateMove: facts.petition.dateMoves.at(-1) ?? null,
    said: facts.said,
    reclassified: facts.reclassified,
    waitUntil: deadlineView(facts.petition.task?.pause?.until ?? null, facts),
    // The mail itself is the delivery from which the time to object counts.
    feedbackUntil: countedDeadline(feedbackUntil ?? facts.timetable.feedback(facts.now), facts),
  };
};

/** The entry for the calendars of those invited; no name and no description, as in the mail. */
const invitation = (facts: MailFacts): { attachments?: Attachment[] } => {
  const { petition, visit: said, categoryLabel, placeName, trackUrl } = facts;
  const { visit } = petition;
  if (facts.kind !== 'site-visit' || visit === null || said === undefined) return {};
  const content = calendarFile({
    uid: `${petition.id}-khao-sat@${new URL(trackUrl).hostname}`,
    sequence: visit.sequence,
    stamp: petition.head.at,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    summary: `Khảo sát hiện trường: ${codeWords(petition.code)} – ${categoryLabel}`,
    location: placeName === null ? said.place : `${said.place}, ${placeName}`,
    description: said.text,
    url: trackUrl,
    organizer: said.organizer,
  });
  const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
  return { attachments: [{ fileName: 'khao-sat.ics', contentType, content }] };
};

/** The mails' words for `send-notice`. */
export const mailComposer: MailComposer = {
  compose: (facts) => ({
    ...renderMail(
      isForResident(facts.kind)
        ? { to: 'resident', kind: facts.kind, view: residentView(facts) }
        : { to: 'official', kind: facts.kind, view: officialView(facts) },
    ),
    ...invitation(facts),
  }),
  digest: digestMail,
};
