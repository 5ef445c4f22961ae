import type { PetitionEvent } from '../events.js';
import type { Instant } from '../time.js';
import type { Petition } from './petition.js';
import type { Timetable } from './timetable.js';

/** Messages to officials. */
export type OfficialNoticeKind =
  'assignment' | 'informed' | 'reminder' | 'overdue' | 'follow-up' | 'escalated-to-you' | 'moved-away';

/** Messages to the resident. `decision` must reach the person; the others are sent where an e-mail was given. */
export type ResidentNoticeKind = 'receipt' | 'moved' | 'extended' | 'decision';

export type Recipient = { kind: 'agency'; agencyId: string; role: 'main' | 'head' } | { kind: 'resident' };

/** A promised message, written in the transaction of the event that promises it (outbox). Holds ids, no text. */
export interface Notice {
  petitionId: string;
  /** `<seq>-<n>`: stable, so that a repeated commit promises nothing twice. */
  id: string;
  kind: OfficialNoticeKind | ResidentNoticeKind;
  to: Recipient;
  provinceId: string;
  /** Task to which the mail's link belongs; null for mails without a link. */
  taskNo: number | null;
  /** Event that promised it. */
  seq: number;
  /** Legal instant before which it does not leave. */
  sendAfter: Instant;
}

type Plan = Pick<Notice, 'kind' | 'to' | 'taskNo'> & { at?: 'once' };

const agency = (agencyId: string, role: 'main' | 'head' = 'main'): Recipient => ({
  kind: 'agency',
  agencyId,
  role,
});
const resident: Recipient = { kind: 'resident' };

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
      : [{ kind: 'moved-away', to: agency(former), taskNo: null } satisfies Plan]),
    ...(before === null || before.status === 'SUBMITTED'
      ? []
      : [{ kind: 'moved', to: resident, taskNo: null, at: 'once' } satisfies Plan]),
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
  return [{ kind, to: agency(task.holder.id), taskNo: task.no }, ...copies];
};

const plansFor = (event: PetitionEvent, before: Petition | null, after: Petition): Plan[] => {
  switch (event.type) {
    case 'PetitionSubmitted':
      return [{ kind: 'receipt', to: resident, taskNo: null, at: 'once' }];
    case 'PetitionRouted':
    case 'PetitionTransferred':
    case 'BeyondCompetenceDeclared':
    case 'PetitionReassigned':
      return hopNotices(before, after, 'assignment');
    case 'PetitionEscalated':
      return hopNotices(before, after, 'escalated-to-you');
    case 'HolderReminded':
      return reminderNotices(event, after);
    case 'DeadlineExtended':
      return [{ kind: 'extended', to: resident, taskNo: null, at: 'once' }];
    case 'PetitionResolved':
    case 'PetitionRejected':
      return [{ kind: 'decision', to: resident, taskNo: null, at: 'once' }];
    case 'TaskAccepted':
    case 'ProgressNoted':
    case 'AnswerDelivered':
    case 'PetitionClosed':
      return [];
  }
};

/** The messages that an event promises. Officials get theirs in office hours unless the class is urgent. */
export const noticesFor = (
  event: PetitionEvent,
  change: { before: Petition | null; after: Petition },
  timetable: Timetable,
): Notice[] =>
  plansFor(event, change.before, change.after).map(({ at, ...plan }, index) => ({
    ...plan,
    petitionId: event.petitionId,
    id: `${event.seq.toString().padStart(6, '0')}-${index}`,
    provinceId: change.after.provinceId,
    seq: event.seq,
    sendAfter: at === 'once' ? event.at : timetable.noticeTime(event.at),
  }));
