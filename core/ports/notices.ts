import type { MessageChannel } from '../messages/channel.js';
import type { Notice } from '../petition/notices.js';
import type { Instant, LocalDay } from '../time.js';

/** Attempts that may have reached the recipient: a third mail is worse than none. */
export const MOST_ATTEMPTS = 2;

export interface NoticeRef {
  petitionId: string;
  id: string;
}

export type NoticeStatus =
  'PENDING' | 'SENDING' | 'SENT' | 'COVERED' | 'SKIPPED' | 'WORKLIST' | 'DONE_BY_HAND' | 'FAILED';

export interface StoredNotice extends Notice {
  status: NoticeStatus;
  /** Attempts that may have reached the recipient, at most `MOST_ATTEMPTS`. */
  attempts: number;
  /** Refusals of the mail service before it took the mail. */
  refusals: number;
  sentAt: Instant | null;
  /** When the recipient's mail server is known to have taken the mail; null while no report has come. */
  deliveredAt: Instant | null;
  messageId: string | null;
  /** Sent to a telephone, by this way; absent for mails. */
  via?: MessageChannel | undefined;
  /** The mail came back: only a telephone is left to be tried. */
  isMailDead?: true | undefined;
  /** End of the running attempt; once it has passed, that attempt is over with its outcome unknown. */
  leaseUntil: Instant | null;
  /** Set on the reminder whose mail is its agency's digest of that day. */
  digestDay?: LocalDay | undefined;
  /** Set once COVERED: the notice whose mail is the digest that stands for this one. */
  coveredBy?: NoticeRef | undefined;
}

/** A notice whose time has come, as the index shows it. */
export interface DueNotice extends NoticeRef {
  wakeAt: Instant;
}

export interface NoticeStore {
  /** Promises a message beside any event. False when its id is taken. */
  add(notice: Notice): Promise<boolean>;
  load(ref: NoticeRef): Promise<StoredNotice | null>;
  /**
   * Takes a notice for one attempt until `leaseUntil` (legal instant, real distance). Null when it is not to be sent
   * now: already sent, leased by another, or attempted twice.
   */
  claim(ref: NoticeRef, lease: { now: Instant; leaseUntil: Instant }): Promise<StoredNotice | null>;
  /**
   * Ends an attempt, or changes what is settled. `retryAt` only with PENDING. What was sent to an agency, and answers and questions
   * sent to a telephone, are watched from then on, until `deliveredAt` or `isUnwatched`.
   */
  settle(
    notice: StoredNotice,
    result: {
      status: NoticeStatus;
      at: Instant;
      messageId?: string;
      /** The service refused before taking it: this attempt did not count. */
      refused?: boolean;
      retryAt?: Instant;
      deliveredAt?: Instant;
      via?: MessageChannel;
      /** With COVERED. */
      coveredBy?: NoticeRef;
      /** The mail came back; with PENDING, what follows is a message. */
      isMailDead?: true;
      /** Nobody waits for a report any more. */
      isUnwatched?: true;
    },
  ): Promise<void>;
  /** Pending and stuck notices of a province whose time has come; pages as the threads that are due. Index read. */
  due(provinceId: string, now: Instant, page: { limit: number; after?: DueNotice }): Promise<DueNotice[]>;
  /** Mails to agencies, answers and questions to telephones, sent until `sentUntil`, of whose delivery no report has come. Earliest first. Index read. */
  unconfirmed(provinceId: string, sentUntil: Instant, limit: number): Promise<NoticeRef[]>;
  /** Notices of a province that a clerk must phone or print, oldest first. */
  worklist(
    provinceId: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: StoredNotice[]; next?: string }>;
}

export interface NoticeQueue {
  /** Queues a reference; the message holds ids only. */
  send(ref: NoticeRef): Promise<void>;
}
