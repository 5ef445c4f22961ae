import type { PetitionEvent } from '../events.js';
import { spread } from '../deadline/reminders.js';
import type { Instant } from '../time.js';
import type { DeskRole } from '../registry/contact-role.js';
import { commitmentOf } from './commitment.js';
import type { DeadlineRef } from './deadline-ref.js';
import { isAnonymous } from './anonymous.js';
import type { NoticeKind, OfficialNoticeKind, ResidentNoticeKind } from './notice-kinds.js';
import type { EventOf, Petition } from './petition.js';
import {
  approvedNotices,
  insideNotices,
  isInsideEvent,
  toApprove,
  toHolderOf,
  voidNotices,
  type InsideEvent,
} from './inside-agency-notices.js';
import {
  endedSupportNotices,
  isSupportEvent,
  movedSupportNotices,
  supportNotices,
  type SupportEventOf,
} from './support-notices.js';
import type { Timetable } from './timetable.js';
import { undeliveredNotices } from './undelivered-notices.js';

/** `<seq>-<n>`: stable, so that a repeated commit promises nothing twice. */
export const noticeId = (seq: number, no: number): string => `${seq.toString().padStart(6, '0')}-${no}`;

export type Recipient =
  | {
      kind: 'agency';
      agencyId: string;
      role: DeskRole;
      /** The contact to whom the task was assigned inside the agency; the role is who gets it if that one cannot. */
      contactId?: string | undefined;
    }
  | { kind: 'resident' };

/** A promised message, written in the transaction of the event that promises it (outbox). Holds ids, no text. */
export interface Notice {
  petitionId: string;
  /** See `noticeId`. */
  id: string;
  kind: NoticeKind;
  to: Recipient;
  provinceId: string;
  /** Task to which the mail's link belongs; null for mails without a link. */
  taskNo: number | null;
  /** Support thread that the mail is about; absent in mails about the petition itself. */
  thread?: string | undefined;
  /** Event that promised it. */
  seq: number;
  /** Legal instant before which it does not leave. */
  sendAfter: Instant;
}

type Plan = Pick<Notice, 'kind' | 'to' | 'taskNo' | 'thread'> & { at?: 'once' };

const agency = (agencyId: string, role: DeskRole = 'main'): Recipient => ({
  kind: 'agency',
  agencyId,
  role,
});
const resident: Recipient = { kind: 'resident' };
const toResident = (kind: ResidentNoticeKind): Plan => ({ kind, to: resident, taskNo: null, at: 'once' });

/** Whoever worked on it when the agency held it. */
const toWhoHeld = (before: Petition | null, agencyId: string): Recipient =>
  before?.task == null ? agency(agencyId) : toHolderOf(before.task);

const hopNotices = (before: Petition | null, after: Petition, kind: OfficialNoticeKind): Plan[] => {
  const task = after.task;
  if (task === null) return [];
  const former = before?.task?.holder.id;
  // Who stays on as support is told both by one mail: see `informed` in the words of the mails.
  const isTold = former === task.holder.id || task.support.some(({ id }) => id === former);
  return [
    { kind, to: agency(task.holder.id), taskNo: task.no },
    ...task.support.map((body): Plan => ({ kind: 'informed', to: agency(body.id), taskNo: null })),
    ...(former === undefined || isTold
      ? []
      : [{ kind: 'moved-away', to: toWhoHeld(before, former), taskNo: null } satisfies Plan]),
    ...(before === null || before.status === 'SUBMITTED' || former === task.holder.id
      ? []
      : [toResident('moved')]),
  ];
};

const reminderNotices = (
  event: Extract<PetitionEvent, { type: 'HolderReminded' }>,
  after: Petition,
): Plan[] => {
  const task = after.task;
  if (task === null) return [];
  const kind = event.data.kind === 'before-due' ? 'reminder' : event.data.kind;
  const copies: Plan[] = event.data.copyToHead
    ? [{ kind, to: agency(task.holder.id, 'head'), taskNo: task.no }]
    : [];
  return [{ kind, to: toHolderOf(task), taskNo: task.no }, ...copies, ...toApprove(after)];
};

const toHolder = ({ task }: Petition, kind: OfficialNoticeKind): Plan[] =>
  task === null ? [] : [{ kind, to: toHolderOf(task), taskNo: task.no }];

/** The resident is told too: somebody else might have used the receipt. */
const withdrawalNotices = (before: Petition | null): Plan[] => {
  const holder = before?.task?.holder.id;
  const told = toResident('withdrawal-noted');
  if (holder === undefined) return [told];
  return [
    { kind: 'withdrawn', to: toWhoHeld(before, holder), taskNo: null },
    told,
    ...endedSupportNotices(before),
  ];
};

/** The resident learns of the category, the dates and the holder by one mail. */
const reclassifiedNotices = (before: Petition | null, after: Petition): Plan[] => {
  const toldAnew = toResident('reclassified');
  if (before?.task?.no !== after.task?.no)
    return [
      ...hopNotices(before, after, 'assignment').filter(({ kind }) => kind !== 'moved'),
      toldAnew,
      ...movedSupportNotices(before, after),
    ];
  const known = before?.task?.support.map(({ id }) => id) ?? [];
  const joining = (after.task?.support ?? []).filter(({ id }) => !known.includes(id));
  return [
    ...joining.map(({ id }): Plan => ({ kind: 'informed', to: agency(id), taskNo: null })),
    toldAnew,
    ...movedSupportNotices(before, after),
  ];
};

/** A storm moves thousands of dates: whoever's date stays is not told. */
const recountedNotices = (before: Petition | null, after: Petition): Plan[] => {
  const isMoved = (due: (petition: Petition) => DeadlineRef | null | undefined): boolean =>
    before !== null && due(before)?.at !== due(after)?.at;
  const isHolders =
    isMoved(({ task }) => task?.resolveBy) || isMoved(({ task }) => task && commitmentOf(task));
  return [
    ...(isHolders ? toHolder(after, 'deadline-moved') : []),
    ...(isMoved(({ promised }) => promised.resolveBy) ? [toResident('date-moved')] : []),
    ...(isMoved(({ task }) => task?.pause?.until) ? [toResident('wait-moved')] : []),
    ...movedSupportNotices(before, after),
  ];
};

const extensionNotices = (
  event: Extract<PetitionEvent, { type: 'ExtensionRequested' | 'ExtensionApproved' | 'ExtensionRefused' }>,
  after: Petition,
): Plan[] => {
  if (event.type === 'ExtensionRequested')
    return [{ kind: 'extension-requested', to: agency(event.data.superior.id), taskNo: event.data.taskNo }];
  return event.type === 'ExtensionApproved'
    ? [...toHolder(after, 'extension-approved'), toResident('extended')]
    : toHolder(after, 'extension-refused');
};

type DuplicateEvent = Extract<PetitionEvent, { type: 'DuplicateLinked' | 'DuplicateUnlinked' }>;

const isDuplicateEvent = (event: PetitionEvent): event is DuplicateEvent =>
  event.type === 'DuplicateLinked' || event.type === 'DuplicateUnlinked';

/** The resident is told by one mail that it stands alone again, also where another agency holds it now. */
const duplicateNotices = (event: DuplicateEvent, before: Petition | null, after: Petition): Plan[] => {
  if (event.type === 'DuplicateLinked') return [toResident('merged')];
  const toHolders =
    event.data.assignment === null
      ? []
      : hopNotices(before, after, 'assignment').filter(({ kind }) => kind !== 'moved');
  return [...toHolders, toResident('unmerged')];
};

type MatterEvent = EventOf<'PetitionSplit' | 'MatterEnded'>;

const isMatterEvent = (event: PetitionEvent): event is MatterEvent =>
  event.type === 'PetitionSplit' || event.type === 'MatterEnded';

/** Whoever named the matters at the intake knows of them. */
const matterNotices = ({ data }: MatterEvent): Plan[] =>
  'matters' in data && data.taskNo !== null ? [toResident('split')] : [];

/** Events of the petition's own way; those of supporters, of the holder's own house, of duplicates and of matters promise by their own rules. */
type OwnEvent = Exclude<PetitionEvent, SupportEventOf | InsideEvent | DuplicateEvent | MatterEvent>;

const plansFor = (event: OwnEvent, before: Petition | null, after: Petition): Plan[] => {
  switch (event.type) {
    case 'PetitionSubmitted':
      // A matter's submission had its receipt, and its resident is told of the split.
      return after.matterOf === null ? [toResident('receipt')] : [];
    case 'PetitionRouted':
    case 'PetitionTransferred':
    case 'BeyondCompetenceDeclared':
    case 'PetitionReassigned':
      return hopNotices(before, after, 'assignment');
    case 'PetitionReclassified':
      return reclassifiedNotices(before, after);
    case 'PetitionEscalated':
      return hopNotices(before, after, 'escalated-to-you');
    case 'HolderReminded':
      return reminderNotices(event, after);
    case 'DeadlineExtended':
      return [toResident('extended')];
    case 'TaskAccepted':
      return [toResident('accepted')];
    case 'DeadlinesRecounted':
      return recountedNotices(before, after);
    case 'ResidentAsked':
      return [toResident('question')];
    case 'ResidentAnswered':
    case 'ResidentSupplemented':
      return [...toHolder(after, 'answered'), ...voidNotices(before, after)];
    case 'PauseEnded':
      return toHolder(after, 'resumed');
    case 'PetitionReopened':
      return hopNotices(before, after, 'reopened');
    case 'PetitionAppealed':
      return hopNotices(before, after, 'appealed-to-you');
    case 'PetitionWithdrawn':
      return withdrawalNotices(before);
    case 'PetitionResolved':
    case 'PetitionRejected':
    case 'PetitionGuided':
    case 'PetitionForwarded':
      return [toResident('decision'), ...approvedNotices(event), ...endedSupportNotices(before)];
    // Told by the way that the intake named: somebody else might have asked for it at the desk.
    case 'CodeRecovered':
      return [toResident('receipt-renewed')];
    case 'NoticeUndelivered':
      return undeliveredNotices(event);
    case 'ArbitrationRequested':
      return hopNotices(before, after, 'arbitrate');
    case 'PetitionDirected':
      return hopNotices(before, after, 'directed');
    case 'ExtensionRequested':
    case 'ExtensionApproved':
    case 'ExtensionRefused':
      return extensionNotices(event, after);
    case 'CommitmentMade':
    case 'ProgressNoted':
    case 'AnswerDelivered':
    case 'FeedbackGiven':
    case 'PetitionClosed':
      return [];
  }
};

const plansOf = (event: PetitionEvent, before: Petition | null, after: Petition): Plan[] => {
  if (isSupportEvent(event)) return supportNotices(event, before, after);
  if (isDuplicateEvent(event)) return duplicateNotices(event, before, after);
  if (isMatterEvent(event)) return matterNotices(event);
  return isInsideEvent(event) ? insideNotices(event, before, after) : plansFor(event, before, after);
};

/** Whole minutes: that is how often the reconciler looks for messages that are due. */
const spreadOut = (from: Instant, petitionId: string): Instant => {
  const atMs = Date.parse(from) + spread(petitionId);
  return new Date(atMs - (atMs % 60_000)).toISOString();
};

const ONE_OF_MANY: readonly PetitionEvent['type'][] = [
  'PetitionReassigned',
  'SupportReassigned',
  'DeadlinesRecounted',
];

/**
 * When a message may leave. Officials get theirs in office hours unless the class is urgent. A reform moves thousands of
 * tasks in one instant, a storm as many dates: their messages are spread over half an hour, those of one petition together.
 */
const leavesAt = (event: PetitionEvent, at: Plan['at'], timetable: Timetable): Instant => {
  const opening = at === 'once' ? event.at : timetable.noticeTime(event.at);
  if (!ONE_OF_MANY.includes(event.type) || timetable.isUrgent) return opening;
  const later = spreadOut(opening, event.petitionId);
  return at === 'once' ? later : timetable.noticeTime(later);
};

/** Who gave no contact is written to by nobody. */
const reachable = (plans: Plan[], { submitterKind }: Petition): Plan[] =>
  isAnonymous(submitterKind) ? plans.filter(({ to }) => to.kind !== 'resident') : plans;

/** The messages that an event promises. */
export const noticesFor = (
  event: PetitionEvent,
  change: { before: Petition | null; after: Petition },
  timetable: Timetable,
): Notice[] =>
  reachable(plansOf(event, change.before, change.after), change.after).map(({ at, ...plan }, index) => ({
    ...plan,
    petitionId: event.petitionId,
    id: noticeId(event.seq, index),
    provinceId: change.after.provinceId,
    seq: event.seq,
    sendAfter: leavesAt(event, at, timetable),
  }));
