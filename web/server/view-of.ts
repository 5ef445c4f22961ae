import { supportState } from '../../core/petition/support.js';
import { isSupportDecision, keepsSupportLink } from '../../core/petition/support-transitions.js';
import { isHeld, TRANSITIONS } from '../../core/petition/transitions.js';
import { localDayOf, plusMs, type Instant } from '../../core/time.js';
import type { InputIssue } from '../../core/errors.js';
import type { DeadlineRef } from '../../core/petition/deadline-ref.js';
import { MAX_ASSIGNMENTS_PER_TASK } from '../../core/petition/assign-inside.js';
import { MAX_NOTES_PER_TASK, MAX_TRANSFER_WEIGHT } from '../../core/petition/decisions.js';
import type { Petition } from '../../core/petition/petition.js';
import { standingOf } from '../../core/petition/standing.js';
import { openSupports } from '../../core/petition/support.js';
import { MAX_RECLASSIFICATIONS } from '../../core/petition/reclassify.js';
import type { Timetable } from '../../core/petition/timetable.js';
import type { Decision } from '../../core/petition/transitions.js';
import type { DeadTask, LiveTask } from '../../core/use-cases/view-task.js';
import { codeViewOf } from './code-view-of.js';
import { codeWords } from '../words/code.js';
import { issueWords } from '../words/issues.js';
import { matterWords } from '../words/matter.js';
import { candidateViews, duplicatesViewOf } from './duplicates-view-of.js';
import { labelOfField } from './field-labels.js';
import { isSupportOffered, supportFormOf, supportViewsOf } from './support-view-of.js';
import type {
  DayRange,
  DeadlineView,
  FieldError,
  MovedPageView,
  ReceiptPageView,
  SuperiorNotesView,
  TaskFormView,
  TaskPageView,
  TypedFields,
} from './views.js';

const DAY_MS = 86_400_000;

/** What a page must know to count the days to a deadline: the calendar of the holder's province and the time. */
export interface DayCount {
  timetable: Pick<Timetable, 'workingDays'>;
  now: Instant;
}

/** A deadline with the working days left, or begun since it has passed. */
export const countedDeadline = (ref: DeadlineRef, { timetable, now }: DayCount): DeadlineView => {
  const { days, provisional } = timetable.workingDays(now, ref.at);
  return { at: ref.at, provisional: ref.provisional || provisional, workingDays: days };
};

export const deadlineView = (ref: DeadlineRef | null, count: DayCount): DeadlineView | null =>
  ref === null ? null : countedDeadline(ref, count);

const trackPath = (code: string): string => `/track.html#${codeWords(code)}`;

/**
 * Faults of a posted form at the fields of the page: `/evidence/0` belongs to `evidence`, `/until` to the date of the
 * decision chosen, what has no field to the choice.
 */
export const fieldErrors = (issues: readonly InputIssue[], decision?: string): FieldError[] =>
  issues.map((issue) => {
    const [, field = 'decision'] = issue.pointer.split('/');
    const own = `${field}.${decision ?? ''}`;
    const known = labelOfField(own) === null ? field : own;
    return { field: labelOfField(known) === null ? 'decision' : known, message: issueWords(issue) };
  });

/** Days after an instant up to that of a latest one; null where there is none. */
const daysBetween = (after: Instant | undefined, last: Instant | null): DayRange | null =>
  after === undefined || last === null
    ? null
    : { first: localDayOf(plusMs(after, DAY_MS)), last: localDayOf(last) };

const untilBetween = ({ petition, superior, now }: LiveTask): TaskFormView['untilBetween'] => {
  const present = petition.task.resolveBy?.at;
  const today = plusMs(now, -DAY_MS);
  const ranges = {
    direct: daysBetween(today, superior.directUntilAtMost),
    commit: daysBetween(today, superior.commitUntilAtMost),
    'request-extension': daysBetween(superior.extendUntilAtMost ?? present, superior.requestUntilAtMost),
  };
  return Object.fromEntries(Object.entries(ranges).filter(([, range]) => range !== null));
};

/** What the rules would refuse in any case is not offered: a question by the desk, a note after the last one allowed. */
const IS_OFFERED: Partial<Record<Decision, (task: LiveTask) => boolean>> = {
  extend: ({ superior }) => superior.extendUntilAtMost !== null,
  'request-extension': ({ superior }) => superior.requestUntilAtMost !== null,
  transfer: ({ superior, petition }) =>
    !superior.isDirected && (petition.task.isTriage || petition.transfers < MAX_TRANSFER_WEIGHT),
  'refer-up': ({ superior }) => superior.mayReferUp,
  direct: ({ superior }) => superior.targets.length > 0,
  commit: ({ superior }) => superior.commitUntilAtMost !== null,
  reclassify: ({ petition }) => petition.reclassifications.length < MAX_RECLASSIFICATIONS,
  split: ({ petition }) => petition.matterOf === null && openSupports(petition).length === 0,
  ask: ({ petition }) => !petition.task.isTriage,
  assign: ({ inside, petition }) =>
    inside.assignable.length > 0 && petition.task.assignments < MAX_ASSIGNMENTS_PER_TASK,
  note: ({ superior, petition }) => !superior.owesCommitment && petition.task.notes < MAX_NOTES_PER_TASK,
};

const offered = (task: LiveTask): Decision[] =>
  task.decisions.filter(
    (decision) => isSupportOffered(decision, task) && (IS_OFFERED[decision]?.(task) ?? true),
  );

const superiorNotes = (task: LiveTask): SuperiorNotesView => {
  const { petition, superior } = task;
  const { request } = superior;
  return {
    passedBy: standingOf(petition)?.kind === 'arbitration' ? passedBy(petition) : [],
    isDirected: superior.isDirected,
    owesCommitment: superior.owesCommitment,
    commitment: deadlineView(superior.commitment, task),
    missed: superior.missed.map(({ at }) => at),
    request: request && { until: request.until.at, superiorName: request.superior.name },
  };
};

/** Who handed it to whom, by the names of those days. */
const passedBy = ({ hops }: Petition): string[] => {
  const first = hops.findIndex(({ kind }) => kind === 'transferred');
  return first < 0
    ? []
    : hops
        .slice(Math.max(first - 1, 0))
        .filter(({ kind }, i) => i === 0 || kind === 'transferred')
        .map(({ toName }) => toName);
};

const formOf = (task: LiveTask, posted: { typed: TypedFields; errors: FieldError[] }): TaskFormView => ({
  decisions: offered(task),
  isTriage: task.petition.task.isTriage,
  evidenceRule: task.category?.evidence ?? 'none',
  peers: task.peers.map(({ id, name }) => ({ id, name })),
  suggestions: task.suggestions,
  openQuestions: task.openQuestions,
  directTargets: task.superior.targets.map(({ id, name }) => ({ id, name })),
  untilBetween: untilBetween(task),
  extendBetween: daysBetween(task.petition.task.resolveBy?.at, task.superior.extendUntilAtMost),
  support: supportFormOf(task),
  duplicateCandidates: candidateViews(task),
  posts: task.inside.assignable.map(({ id, position }) => ({ id, name: position })),
  needsApproval: task.inside.needsApproval,
  categories: task.categories.map(({ questions, ...category }) => ({
    ...category,
    questions: questions.map((each) => ({ ...each, answer: task.petition.conditions[each.key] ?? null })),
  })),
  nonce: task.nonce,
  ...posted,
});

const whenAndWho = ({ task }: LiveTask['petition'], count: DayCount) => ({
  holderName: task.holder.name,
  supportNames: task.support.map(({ name }) => name),
  isTriage: task.isTriage,
  isLastOwner: task.isLastOwner,
  acceptedAt: task.acceptedAt,
  acceptBy: deadlineView(task.acceptBy, count),
  resolveBy: deadlineView(task.resolveBy, count),
  followUpAt: deadlineView(task.followUpAt, count),
  rule: task.rule,
});

/**
 * The view of a live task's page. `photoHref` gives the path of the n-th photo (from 0); `posted` what a refused form
 * held.
 */
export const taskPageViewOf = (
  task: LiveTask,
  ask: { photoHref: (index: number) => string; posted?: { typed: TypedFields; errors: FieldError[] } },
): TaskPageView => {
  const { petition, resident } = task;
  return {
    now: task.now,
    code: petition.code,
    status: petition.status,
    lane: petition.lane,
    isUrgent: petition.serviceClass === 'khan',
    categoryLabel: task.category?.label ?? petition.category,
    placeName: task.placeName,
    address: resident.address,
    point: resident.point,
    description: resident.description,
    photos: Array.from({ length: task.photos }, (_, i) => ({
      href: ask.photoHref(i),
      label: `Ảnh ${i + 1}`,
    })),
    receivedAt: petition.receivedAt,
    ...(petition.matterOf !== null && { matter: matterWords(petition.matterOf) }),
    submitter: resident.submitter,
    people: petition.people,
    ...whenAndWho(petition, task),
    superior: superiorNotes(task),
    inside: {
      assignedTo: task.inside.assignedTo,
      proposal: task.inside.proposal && {
        ...task.inside.proposal,
        code: codeViewOf(task.inside.proposal, task.now),
      },
      voidSince: task.inside.voidSince,
    },
    hops: petition.hops.map(({ at, kind: hopKind, toName }) => ({ at, kind: hopKind, toName })),
    remarks: task.remarks,
    supports: supportViewsOf(task, ask.photoHref),
    duplicates: duplicatesViewOf(task),
    form: formOf(task, ask.posted ?? { typed: {}, errors: [] }),
  };
};

/** The view for a link that no longer acts; `refused` when a form was posted to it and not recorded. */
export const movedPageViewOf = (
  {
    petition,
    because,
    support,
    draftVoidSince,
  }: Pick<DeadTask, 'petition' | 'because' | 'support' | 'draftVoidSince'>,
  refused?: { typedText: string | null },
): MovedPageView => {
  const { outcome, task } = petition;
  const hop = petition.hops.at(-1);
  return {
    code: petition.code,
    holder:
      outcome !== null || task === null || hop === undefined
        ? null
        : { name: task.holder.name, since: hop.at, kind: hop.kind },
    decided: outcome === null ? null : { kind: outcome.kind, at: outcome.at, agencyName: outcome.agencyName },
    isReplaced: because === 'replaced',
    support: support == null ? null : { state: supportState(support), holderName: support.holder.name },
    draftVoidSince: draftVoidSince ?? null,
    isRefusedPost: refused !== undefined,
    typedText: refused?.typedText ?? null,
    trackPath: trackPath(petition.code),
  };
};

/** The view after a form was recorded, from the petition as it stands then. */
export const receiptPageViewOf = (
  petition: Petition,
  recorded: Pick<
    ReceiptPageView,
    'decision' | 'at' | 'agencyName' | 'proposedBy' | 'isRepeated' | 'now' | 'categoryLabel'
  > & {
    /** Path of the link that was used. */
    linkPath: string;
    timetable: DayCount['timetable'];
  },
): ReceiptPageView => {
  const { linkPath, timetable, ...said } = recorded;
  const count = { timetable, now: said.now };
  const task = isHeld(petition.status) ? petition.task : null;
  const { decision } = recorded;
  if (isSupportDecision(decision))
    return {
      ...said,
      code: petition.code,
      next: null,
      taskPath: keepsSupportLink(decision) ? linkPath : null,
    };
  const keepsLink =
    recorded.proposedBy !== undefined ||
    TRANSITIONS[decision].to === null ||
    ['accept', 'ask'].includes(decision);
  return {
    ...said,
    code: petition.code,
    next:
      task === null ? null : { holderName: task.holder.name, resolveBy: deadlineView(task.resolveBy, count) },
    taskPath: keepsLink && task?.holder.name === recorded.agencyName ? linkPath : null,
  };
};
