import type { MessageChannel } from '../../core/messages/channel.js';
import type { CodeState } from '../../core/petition/code-state.js';
import type { ApprovalNeeds, ApprovalWay } from '../../core/petition/approval-way.js';
import type { FinalDecision } from '../../core/petition/final-decision.js';
import type { HopKind, Outcome } from '../../core/petition/petition.js';
import type { SupportDecision, SupportState } from '../../core/petition/support-transitions.js';
import type { Decision, Status } from '../../core/petition/transitions.js';
import type { Suggestions } from '../../core/petition/desk-precedent.js';
import type { Person } from '../../core/ports/vault.js';
import type { Instant, LocalDay } from '../../core/time.js';
import type { DeadlineView } from '../words/dates.js';
import type { SupportFormView, SupportView } from './support-views.js';

export type { DeadlineView };

/** One fault of the form, at the field of that name; `decision` for what concerns the choice itself. */
export interface FieldError {
  field: string;
  message: string;
}

/** A change of holder, as the history of a page shows it. */
export interface HopView {
  at: Instant;
  kind: HopKind;
  toName: string;
}

/** What holders have written so far: notes, reasons of hops. */
export interface RemarkView {
  at: Instant;
  /** Event type, e.g. `ProgressNoted`. */
  type: string;
  text: string;
}

/** What the form held when it was posted: shown again beside the errors. Keys are the field names of the form. */
export type TypedFields = Readonly<Record<string, string>>;

/** The page of a live task: plain data, texts already opened by the caller. */
export interface TaskPageView {
  now: Instant;
  /** Either form; shown as `XXXX-XXXX-XXXX-C`. */
  code: string;
  status: Status;
  lane: 'admin' | 'party';
  isUrgent: boolean;
  categoryLabel: string;
  placeName: string | null;
  address: string | null;
  point: { lat: number; lon: number } | null;
  description: string;
  photos: { href: string; label: string }[];
  receivedAt: Instant;
  /** Which matter of a split submission it is, and what the others are about; absent for a whole one. */
  matter?: string | undefined;
  /** Null where the submitter's identity must not be shown to the unit. */
  submitter: {
    kind: string;
    name: string;
    phone: string | null;
    onBehalfOf?: Person | undefined;
    representatives?: Person[] | undefined;
  } | null;
  /** How many hand it in together; null when that was not said. */
  people?: number | null;
  holderName: string;
  supportNames: string[];
  isTriage: boolean;
  isLastOwner: boolean;
  acceptedAt: Instant | null;
  acceptBy: DeadlineView | null;
  resolveBy: DeadlineView | null;
  followUpAt: DeadlineView | null;
  rule: { id: string; basis: string; status: 'sourced' | 'assumed'; reason: string };
  superior: SuperiorNotesView;
  inside: InsideView;
  hops: HopView[];
  remarks: RemarkView[];
  /** What other agencies were asked to contribute. */
  supports: SupportView[];
  duplicates: DuplicatesView;
  form: TaskFormView;
}

export interface DayRange {
  first: LocalDay;
  last: LocalDay;
}

/** What superiors and lateness ask of the holder, for the notes at the head of the page. */
export interface SuperiorNotesView {
  /** Units that passed the petition to each other, where the holder has to name one; else empty. */
  passedBy: string[];
  isDirected: boolean;
  owesCommitment: boolean;
  commitment: DeadlineView | null;
  /** Days to which it committed itself and that have passed. */
  missed: Instant[];
  /** Asked of the superior and not answered yet. */
  request: { until: Instant; superiorName: string } | null;
}

/** A petition that may say the same. */
export interface DuplicateCandidateView {
  code: string;
  categoryLabel: string;
  receivedAt: Instant;
  status: Status;
  holderName: string | null;
}

/** What is known of petitions that say the same. */
export interface DuplicatesView {
  /** The petition that this one follows. */
  main: { code: string; since: Instant } | null;
  /** How many follow this one. */
  followers: number;
  /** Which of them came with files, and who can open those. */
  followerFiles: { code: string; files: number; holderName: string | null }[];
  candidates: DuplicateCandidateView[];
}

/** The one-time code that a draft waits for; never its digits. */
export interface CodeView {
  /** Draft and number of the code, as the form sends them back. */
  ref: string;
  until: Instant;
  state: CodeState;
  maxTries: number;
  triesLeft: number;
  /** How many more can be asked for. */
  codesLeft: number;
}

/** Who works on it inside the agency, and the draft that waits for its head. */
export interface InsideView {
  assignedTo: string | null;
  proposal: { decision: FinalDecision; at: Instant; text: string; code: CodeView | null } | null;
  /** When a word of the resident made the latest draft void; null where none was, or another one waits. */
  voidSince: Instant | null;
}

/** A category that the matter may be classified as, with what is known of its questions. */
export interface CategoryChoiceView {
  code: string;
  label: string;
  questions: { key: string; question: string; answer: boolean | null }[];
}

/** The form with which the holder decides. */
export interface TaskFormView {
  /** From `decisionsIn`; the page has an order of its own. */
  decisions: Decision[];
  isTriage: boolean;
  evidenceRule: 'photo' | 'document' | 'none';
  /** Targets of a transfer. */
  peers: { id: string; name: string }[];
  /** Shown with `beyond-competence`; answered in fields `condition.<key>` with `yes` or `no`. */
  openQuestions: { key: string; question: string }[];
  /** Units that a superior may name. */
  directTargets: { id: string; name: string }[];
  /** First and last day of the dates that decisions ask for beside an extension; absent where none can be named. */
  untilBetween: Partial<Record<'direct' | 'commit' | 'request-extension', DayRange>>;
  /** Shown with `reclassify`; answered in fields `answer.<key>` with `yes` or `no`. */
  categories: CategoryChoiceView[];
  /** First and last day to which the holder may extend; null = not extendable. */
  extendBetween: DayRange | null;
  support: SupportFormView;
  /** What the desk has decided of matters like this one. */
  suggestions?: Suggestions;
  /** Shown with `link-duplicate`. */
  duplicateCandidates: DuplicateCandidateView[];
  /** Colleagues and offices to whom the task can be handed, by the names of their posts. */
  posts: { id: string; name: string }[];
  /** Decisions that go to the head first. */
  needsApproval: ApprovalNeeds;
  nonce: string;
  typed: TypedFields;
  errors: FieldError[];
}

/** After a form was recorded. */
export interface ReceiptPageView {
  code: string;
  categoryLabel: string;
  decision: Decision | SupportDecision;
  at: Instant;
  /** Agency on whose behalf it was recorded. */
  agencyName: string;
  /** A final decision that waits for the head's approval: how the head gives it. */
  proposedBy?: ApprovalWay;
  /** This very form had been recorded before. */
  isRepeated: boolean;
  /** Who acts next and until when; null when the petition has been decided. */
  next: { holderName: string; resolveBy: DeadlineView | null } | null;
  now: Instant;
  /** Path of the task's page while the same link stays valid; null = the link is spent. */
  taskPath: string | null;
}

/** The link's task is closed or moved. */
export interface MovedPageView {
  code: string;
  /** Who holds it now; null when it has been decided. */
  holder: { name: string; since: Instant; kind: HopKind } | null;
  decided: { kind: Outcome['kind']; at: Instant; agencyName: string } | null;
  /** The task is open and with the same agency, but another link took this one's place. */
  isReplaced: boolean;
  /** The link was for a support task: how that stands. */
  support?: { state: SupportState; holderName: string } | null;
  /** The link was a head's, for a draft that a word of the resident has made void: when that was. */
  draftVoidSince?: Instant | null;
  /** A form was posted and not recorded. */
  isRefusedPost: boolean;
  /** What was typed into the form that was not recorded: given back, so that it can be kept. */
  typedText: string | null;
  trackPath: string;
}

export interface ErrorPageView {
  title: string;
  message: string;
  /** Reference that the person can read out to support; no personal data. */
  requestId: string | null;
}

/** A mail as the local inbox shows it. */
/** A message to a telephone, as the local gateway took it. */
export interface InboxMessageView {
  at: Instant;
  to: string;
  channel: MessageChannel;
  text: string;
}

export interface InboxMailView {
  at: Instant;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: { fileName: string; contentType: string; content: string }[];
}
