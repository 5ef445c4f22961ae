import type { DateMove, HopKind, Outcome } from '../../core/petition/petition.js';
import type { ReclassificationFacts } from '../../core/ports/mail.js';
import type { Instant } from '../../core/time.js';
import type { DeadlineView } from '../words/dates.js';

/** What every mail may say. Not the description, no name: those are read behind the link. */
interface MailView {
  now: Instant;
  /** Either form; shown as `XXXX-XXXX-XXXX-C`. */
  code: string;
  categoryLabel: string;
  /** Ward; null while it is not known. */
  placeName: string | null;
  /** Page on which anybody with the code follows the petition. */
  trackUrl: string;
  /** Who holds it; null before routing and after the decision. */
  holderName: string | null;
  resolveBy: DeadlineView | null;
  isPartyLane: boolean;
  /** Of which submission it is a matter, in words for whoever gets the mail; null where it is no matter of one. */
  matter: string | null;
}

/** What a mail about a support task says of it. */
export interface SupportMailView {
  leadName: string;
  holderName: string;
  /** Who had it before; the holder itself where nobody did. */
  fromName: string;
  dueBy: DeadlineView;
  /** The day to which more time is asked for; null while nothing is asked. */
  requestedUntil: Instant | null;
}

/** What the invitation to a site visit says. */
export interface VisitMailView {
  startsAt: Instant;
  endsAt: Instant;
  place: string;
  text: string;
  isMoved: boolean;
}

/** Mails to officials. */
export interface OfficialMailView extends MailView {
  /** The agency that the mail goes to had the petition before. */
  isFormerHolder: boolean;
  /** Whom the mail greets. */
  contact: { name: string; position: string } | null;
  /** The task's page; null in mails that ask for nothing. */
  taskUrl: string | null;
  isUrgent: boolean;
  /** Nobody stands above the holder. */
  isLastOwner: boolean;
  acceptedAt: Instant | null;
  acceptBy: DeadlineView | null;
  followUpAt: DeadlineView | null;
  /** Why the holder changed last. */
  lastHop: HopKind | null;
  support: SupportMailView | null;
  visit: VisitMailView | null;
  /** The petition is late and its holder has named no day. */
  owesCommitment: boolean;
  /** The one-time code of a draft, without digits where it does not hold; null in every other mail. */
  answerCode: { digits: string | null; until: Instant; proposedAt: Instant | null } | null;
  /** Until when the holder asks its superior to extend; null while it asks for nothing. */
  requestedUntil: Instant | null;
}

/** Mails to the resident. */
export interface ResidentMailView extends MailView {
  firstNoticeBy: DeadlineView;
  lastHop: HopKind | null;
  outcome: Pick<
    Outcome,
    'kind' | 'at' | 'agencyName' | 'ground' | 'track' | 'documentNo' | 'signedFile'
  > | null;
  /** What the agency wrote: its answer in `decision`, its question in `question`. */
  said: string | null;
  /** What changed by a new classification; null in every other mail. */
  reclassified: ReclassificationFacts | null;
  /** How long the clock stands still for the answer; null while it runs. */
  waitUntil: DeadlineView | null;
  feedbackUntil: DeadlineView;
  /** The last new date: who set it, the old and the new one; null while there is none. */
  dateMove: Pick<DateMove, 'kind' | 'from' | 'to'> | null;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** A mail before it is laid out: the same content for text and HTML. */
export interface MailContent {
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** Another person's words, set apart; follows the paragraphs. */
  quote: string | null;
  facts: [term: string, value: string][];
  /** After the facts. */
  closing: string[];
  /** The one thing to do. */
  action: { label: string; url: string } | null;
  /** Small print. */
  footnotes: string[];
}
