import type { ResidentNoticeKind } from '../../core/petition/notices.js';
import type { MailComposer, MailFacts } from '../../core/ports/mail.js';
import { deadlineView } from '../server/view-of.js';
import { renderMail } from './render-mail.js';
import type { OfficialMailView, ResidentMailView } from './views.js';

const RESIDENT_KINDS: readonly string[] = [
  'receipt',
  'moved',
  'extended',
  'decision',
] satisfies ResidentNoticeKind[];

const isForResident = (kind: MailFacts['kind']): kind is ResidentNoticeKind => RESIDENT_KINDS.includes(kind);

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

const officialView = (facts: MailFacts): OfficialMailView => {
  const { task, serviceClass } = facts.petition;
  return {
    ...sharedView(facts),
    contact: facts.contact,
    taskUrl: facts.taskUrl,
    isUrgent: serviceClass === 'khan',
    acceptedAt: task?.acceptedAt ?? null,
    acceptBy: deadlineView(task?.acceptBy ?? null),
    resolveBy: deadlineView(task?.resolveBy ?? null),
    followUpAt: deadlineView(task?.followUpAt ?? null),
  };
};

const residentView = (facts: MailFacts): ResidentMailView => {
  const { promised, outcome, feedbackUntil } = facts.petition;
  const { firstNoticeBy } = promised;
  return {
    ...sharedView(facts),
    // What was promised to the resident, not the holder's own term: after an escalation the two differ.
    resolveBy: deadlineView(promised.resolveBy),
    firstNoticeBy: { at: firstNoticeBy.at, provisional: firstNoticeBy.provisional, workingDays: null },
    outcome,
    answer: facts.answer,
    feedbackUntil: deadlineView(feedbackUntil),
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
