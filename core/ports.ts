import type { FileRef, PetitionEvent } from './events.js';
import type { Jurisdiction } from './petition/jurisdiction.js';
import type { Notice } from './petition/notices.js';
import type { Petition } from './petition/petition.js';
import type { Timetable } from './petition/timetable.js';
import type { Instant } from './time.js';

/** Legal time: receipts, deadlines, events. In production it is real time; locally it may start elsewhere, run faster and jump. */
export interface Clock {
  now(): Instant;
  /** The legal instant that will be reached in `seconds` real seconds: engine grace and leases among legal instants. */
  inRealSeconds(seconds: number): Instant;
  /** Real seconds until a legal instant; 0 when it has passed. */
  realSecondsUntil(at: Instant): number;
}

/** Fresh identities. Random bytes come from a cryptographic source. */
export interface Ids {
  petitionId(): string;
  randomBytes(count: number): Uint8Array;
}

/** Engine fields of a handling thread, outside events and fold. */
export interface Thread {
  petitionId: string;
  thread: string;
  provinceId: string;
  /** Raised to fence off a superseded execution. */
  run: number;
  /** Counts the waits of this run; with `retry` orders the attempts of Await. */
  waitNo: number;
  retry: number;
  token: string | null;
  /** Raised by every commit that the workflow must look at. */
  wakeSeq: number;
  /** The last wakeSeq that Next step has seen: the acknowledgement. */
  handledSeq: number;
  /** Legal instant at which somebody must look; null when the thread is done. */
  wakeAt: Instant | null;
  /** Wakes by the reconciler that the execution did not answer. */
  ignoredWakes: number;
  /** Why the last task failed after its retries, and how often in a row: sets the back-off. */
  failures: number;
  /** Start of this run: long runs are renewed. */
  runStartedAt: Instant;
}

/** Ciphertexts that travel in the transaction of the event to which they belong. */
export interface SealedTexts {
  /** JWE compact of the per-petition document of this event; null when the event has no text. */
  document: string | null;
  /** Wrapped data key; only with the first event. */
  wrappedKey: string | null;
}

/** One change of one petition: event + record (+ notices, thread, vault), written in one transaction or not at all. */
export interface PetitionChange {
  before: Petition | null;
  event: PetitionEvent;
  after: Petition;
  notices: Notice[];
  /** Raise `wakeSeq` and let the engine owe a step until `graceUntil`. */
  wake: { graceUntil: Instant } | null;
  /** Set by the workflow's own commits: fails with StaleRunError unless the thread is still at this run. */
  fence: { thread: string; run: number } | null;
  sealed: SealedTexts;
  /** Written with the change, so that a repeated form post finds its first answer. */
  receipt: DecisionReceipt | null;
}

/** Idempotency of an intake post. */
export interface IntakeKey {
  /** HMAC of the Idempotency-Key. */
  key: string;
  /** HMAC of the canonical body. */
  fingerprint: string;
}

/** Idempotency of an official's form: nonce -> what was decided. Never expires while the petition is kept. */
export interface DecisionReceipt {
  petitionId: string;
  nonce: string;
  fingerprint: string;
  seq: number;
}

export type IntakeOutcome =
  { kind: 'created' } | { kind: 'repeated'; petitionId: string } | { kind: 'mismatch' };

/** The table of petitions. Reads are consistent unless they come from an index. */
export interface PetitionStore {
  /** First commit: petition, first event, thread, code, idempotency item, notices, vault items. Returns what it met. */
  create(change: PetitionChange, intake: { key: IntakeKey; thread: Thread }): Promise<IntakeOutcome>;
  /** Every later commit. @throws HeadConflictError when the head moved, StaleRunError when the fence did. */
  commit(change: PetitionChange): Promise<void>;
  load(petitionId: string): Promise<Petition | null>;
  findByCode(code: string): Promise<Petition | null>;
  history(petitionId: string): Promise<PetitionEvent[]>;
  receipt(petitionId: string, nonce: string): Promise<DecisionReceipt | null>;
}

/** Engine fields. Every write is conditional on `run`; @throws StaleRunError. */
export interface ThreadStore {
  load(petitionId: string, thread: string): Promise<Thread | null>;
  /** Next step's acknowledgement: handledSeq, the next wake-up, waitNo + 1, failures and ignored wakes reset. */
  acknowledge(
    at: { petitionId: string; thread: string; run: number },
    change: { handledSeq: number; waitNo: number; wakeAt: Instant | null },
  ): Promise<void>;
  /** Stores a token if (waitNo, retry) is higher than the stored one; returns the thread as it stands after. */
  storeToken(
    at: { petitionId: string; thread: string; run: number },
    wait: { waitNo: number; retry: number; token: string },
  ): Promise<Thread>;
  /** Moves the wake-up after a wake by the reconciler, if nobody else has (optimistic on wakeAt). */
  postpone(thread: Thread, wakeAt: Instant): Promise<boolean>;
  /** Fences off the present run and begins the next; false when another did it first. */
  raiseRun(thread: Thread, next: { wakeAt: Instant; runStartedAt: Instant }): Promise<boolean>;
  /** Counts a failed task; returns the number in a row. */
  recordFailure(at: { petitionId: string; thread: string; run: number }, wakeAt: Instant): Promise<number>;
  /** Threads of a province whose wake-up has passed, earliest first. Index read. */
  due(provinceId: string, now: Instant, limit: number): Promise<{ petitionId: string; thread: string }[]>;
}

export interface NoticeRef {
  petitionId: string;
  id: string;
}

export type NoticeStatus =
  'PENDING' | 'SENDING' | 'SENT' | 'SKIPPED' | 'WORKLIST' | 'DONE_BY_HAND' | 'FAILED';

export interface StoredNotice extends Notice {
  status: NoticeStatus;
  /** Attempts that may have reached the recipient: at most two. */
  attempts: number;
  /** Refusals of the mail service before it took the mail. */
  refusals: number;
  sentAt: Instant | null;
  messageId: string | null;
  /** End of the running attempt; once it has passed, that attempt is over with its outcome unknown. */
  leaseUntil: Instant | null;
}

export interface NoticeStore {
  load(ref: NoticeRef): Promise<StoredNotice | null>;
  /**
   * Takes a notice for one attempt until `leaseUntil` (legal instant, real distance). Null when it is not to be sent
   * now: already sent, leased by another, or attempted twice.
   */
  claim(ref: NoticeRef, lease: { now: Instant; leaseUntil: Instant }): Promise<StoredNotice | null>;
  /** Ends an attempt. `retryAt` only with PENDING. */
  settle(
    notice: StoredNotice,
    result: {
      status: NoticeStatus;
      at: Instant;
      messageId?: string;
      /** The service refused before taking it: this attempt did not count. */
      refused?: boolean;
      retryAt?: Instant;
    },
  ): Promise<void>;
  /** Pending and stuck notices of a province whose time has come. Index read. */
  due(provinceId: string, now: Instant, limit: number): Promise<NoticeRef[]>;
  /** Notices of a province that a clerk must phone or print, oldest first. */
  worklist(
    provinceId: string,
    page: { limit: number; after?: string },
  ): Promise<{ items: StoredNotice[]; next?: string }>;
}

/** The link of a task, found by the SHA-256 of its id; the id itself is only in the mail. */
export interface Link {
  hash: string;
  petitionId: string;
  taskNo: number;
  agencyId: string;
  contactId: string;
}

export interface LinkStore {
  find(hash: string): Promise<Link | null>;
  /** Idempotent: the same link is written again by reminders and retries. */
  put(link: Link): Promise<void>;
}

/** Everything about persons. Field names are closed; values are plain text, bounded by the intake schema. */
export interface ResidentFile {
  description: string;
  address: string | null;
  point: { lat: number; lon: number } | null;
  submitter: { kind: string; name: string; phone: string | null; email: string | null };
}

/** Texts that belong to one event (answer, reason, note, who declared it). */
export type EventTexts = Record<string, string>;

/** The vault: seals texts under the petition's own data key; digests are salted inside. */
export interface Vault {
  /** New key, sealed file of the resident. */
  sealFirst(petitionId: string, file: ResidentFile): Promise<SealedTexts & { digest(text: string): string }>;
  /** Seals the texts of a later event under the existing key. */
  sealTexts(petitionId: string, seq: number, texts: EventTexts): Promise<SealedTexts>;
  /** Salted digest of a text, for the event's data. */
  digest(petitionId: string, text: string): Promise<string>;
  openFile(petitionId: string): Promise<ResidentFile>;
  openTexts(petitionId: string, seq: number): Promise<EventTexts>;
}

export interface Contact {
  agencyId: string;
  id: string;
  role: 'main' | 'alternate' | 'head';
  name: string;
  position: string;
  email: string;
  verifiedOn: string | null;
}

export interface ContactStore {
  /** Contacts of an agency, in the order main, alternate, head. */
  of(agencyId: string): Promise<Contact[]>;
}

/** A mail ready to leave. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What a mail may speak of. Officials' mails get no description and no name: those are behind the link. */
export interface MailFacts {
  kind: Notice['kind'];
  petition: Petition;
  now: Instant;
  categoryLabel: string;
  placeName: string | null;
  /** Whom the mail greets; null for a resident. */
  contact: Contact | null;
  /** URL of the task's page; null for mails without a link. */
  taskUrl: string | null;
  /** Page on which the petition is followed. */
  trackUrl: string;
  /** The answer, only in `decision`. */
  answer: string | null;
}

/** Words and layout of the mails. */
export interface MailComposer {
  compose(facts: MailFacts): Omit<Mail, 'to'>;
}

export type MailOutcome =
  | { kind: 'accepted'; messageId: string }
  /** The service said no before taking it: nothing left. */
  | { kind: 'refused'; isFinal: boolean };

/** E-mail. @throws TransientError when it is unknown whether the mail left (timeout, broken connection). */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

export interface NoticeQueue {
  /** Queues a reference; the message holds ids only. */
  send(ref: NoticeRef): Promise<void>;
}

export type ExecutionState = 'running' | 'ended' | 'missing';

/** Step Functions, as the machinery needs it. Names are `<petitionId>-<thread>-<run>`. */
export interface Executions {
  /** Starts once; a second start of the same run is a success. */
  start(run: { petitionId: string; thread: string; run: number }): Promise<void>;
  stop(run: { petitionId: string; thread: string; run: number }): Promise<void>;
  state(run: { petitionId: string; thread: string; run: number }): Promise<ExecutionState>;
  /** Answers a wait with nothing in it. `gone`: timed out, answered before or not known. */
  answer(token: string): Promise<'answered' | 'gone'>;
}

/** Files of petitions. Keys are `<petitionId>/<sha256>`; content is immutable. */
export interface FileStore {
  put(
    petitionId: string,
    file: { bytes: Uint8Array; sha256: string; type: FileRef['type'] },
  ): Promise<FileRef>;
  get(key: string): Promise<Uint8Array>;
}

/** What intake and pages need to know of a category. */
export interface CategoryFacts {
  code: string;
  label: string;
  lane: 'admin' | 'party';
  serviceClass: string;
  evidence: 'photo' | 'document' | 'none';
  /** The circumstances that lift a petition to the urgent class; empty = never. */
  urgentWhen: string;
  /** Keys of the questions that may decide between agencies. */
  conditions: string[];
}

export type Place =
  | { kind: 'ward'; provinceId: string; unitId: string }
  /** In the province, but not decided between wards: the desk asks. `unitId`: none. */
  | { kind: 'undecided'; provinceId: string; issue: string }
  /** Nothing can be said: the resident must name the place otherwise. */
  | { kind: 'unknown'; code: string };

/** Registry answers for a province; loaded once per container, refreshed when the pointer moves. */
export interface Registers {
  category(code: string): Promise<CategoryFacts | null>;
  /** The ward of a unit id (followed through reforms to the day of `at`) or of a point. */
  place(named: { unit: string } | { point: { lat: number; lon: number } }, at: Instant): Promise<Place>;
  /** Full name of a ward as of `at`, e.g. "Phường Thới An, Quận 12, Thành phố Hồ Chí Minh". */
  placeName(provinceId: string, unitId: string, at: Instant): Promise<string>;
  jurisdiction(provinceId: string): Promise<Jurisdiction>;
  timetable(provinceId: string, serviceClass: string): Promise<Timetable>;
  /** Provinces whose shards the reconciler reads. */
  provinces(): Promise<string[]>;
}

/** Waits between retries of a command; the adapter adds jitter. */
export interface Backoff {
  wait(attempt: number): Promise<void>;
}

/** Keyed digests. Keys come from a secret that the stack creates; each purpose has its own derived key. */
export interface Keyed {
  /** HMAC-SHA-256, hex. */
  mac(purpose: string, text: string): Promise<string>;
}
