import type { DeadlineRef } from '../petition/deadline-ref.js';
import type { Notice } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import type { Timetable } from '../petition/timetable.js';
import type { Instant, LocalDay } from '../time.js';
import type { Contact } from './contacts.js';

/** What a mail is about. The mail service gives these ids back with its reports: nothing is ever looked up by address. */
export interface MailAbout {
  petitionId: string;
  noticeId: string;
  /** Contact of the agency; null for a resident. */
  contactId: string | null;
}

/** A file that a mail carries. */
export interface Attachment {
  fileName: string;
  /** Media type with its parameters. */
  contentType: string;
  content: string;
}

/** A mail ready to leave. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  about: MailAbout;
  attachments?: readonly Attachment[];
}

/** What a holder changed by classifying the matter anew. */
export interface ReclassificationFacts {
  fromLabel: string;
  toLabel: string;
  /** What was promised before. */
  resolveBy: DeadlineRef | null;
}

/** What a mail may speak of. Officials' mails get no description and no name: those are behind the link. */
export interface MailFacts {
  kind: Notice['kind'];
  petition: Petition;
  now: Instant;
  /** Counts the working days to the deadlines named. */
  timetable: Timetable;
  categoryLabel: string;
  placeName: string | null;
  /** Whom the mail greets; null for a resident. */
  contact: Contact | null;
  /** URL of the task's page; null for mails without a link. */
  taskUrl: string | null;
  /** Page on which the petition is followed. */
  trackUrl: string;
  /** What the unit wrote to the resident: the answer in `decision`, the question in `question`; else null. */
  said: string | null;
  /** The support thread that the mail is about. */
  thread?: string | undefined;
  /** In the invitation to a site visit: what the lead wrote, and the sender's address, for calendars. */
  visit?: { place: string; text: string; organizer: string };
  /** In `answer-code`: the head's code, null where it does not hold, and until when it holds. */
  answerCode?: { digits: string | null; until: Instant };
  /** In `reclassified`; else null. */
  reclassified: ReclassificationFacts | null;
}

/** A petition as the mail of a digest names it. */
export interface DigestRow {
  code: string;
  categoryLabel: string;
  /** Promised to the resident; null in the Party lane. */
  dueAt: Instant | null;
  isLate: boolean;
}

/** What the mail of a digest may speak of: as little as single mails do. */
export interface DigestMailFacts {
  contact: Contact;
  day: LocalDay;
  now: Instant;
  open: number;
  late: number;
  /** There are more open ones than were counted. */
  isMore: boolean;
  /** The most urgent ones, late ones first. */
  rows: readonly DigestRow[];
  /** URL of the list. */
  url: string;
}

/** Words and layout of the mails. */
export interface MailComposer {
  compose(facts: MailFacts): Omit<Mail, 'to' | 'about'>;
  digest(facts: DigestMailFacts): Omit<Mail, 'to' | 'about'>;
}

export type MailOutcome =
  | { kind: 'accepted'; messageId: string }
  /** The service said no before taking it: nothing left. */
  | { kind: 'refused'; isFinal: boolean };

/** E-mail. @throws TransientError when it is unknown whether the mail left (timeout, broken connection). */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
