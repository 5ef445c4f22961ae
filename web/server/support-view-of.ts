import { addDays } from '../../core/deadline/local-day.js';
import { openSupports, supportState, type SupportTask } from '../../core/petition/support.js';
import { MAX_OPEN_SUPPORTS, MAX_SUPPORTS } from '../../core/petition/support-events.js';
import type { Decision } from '../../core/petition/transitions.js';
import type { LiveSupport } from '../../core/use-cases/view-support.js';
import type { LiveTask } from '../../core/use-cases/view-task.js';
import { localDayOf } from '../../core/time.js';
import type { SupportFormView, SupportPageView, SupportView } from './support-views.js';
import { countedDeadline, type DayCount } from './view-of.js';
import type { FieldError, TypedFields } from './views.js';

/** A contribution is asked for, and a visit called, within these days where nothing nearer bounds them. */
const FURTHEST_DAYS = 90;

const hopsOf = ({ hops }: SupportTask) =>
  hops.map(({ at, kind: hopKind, toName }) => ({ at, kind: hopKind, toName }));

/** The support tasks of a petition as the lead's page lists them. */
export const supportViewsOf = (task: LiveTask, fileHref: (position: number) => string): SupportView[] =>
  task.petition.supports.map((support) => ({
    thread: support.thread,
    holderName: support.holder.name,
    state: supportState(support),
    isOpen: support.ended === null,
    dueBy: countedDeadline(support.dueBy, task),
    hops: hopsOf(support),
    endedAt: support.ended?.at ?? null,
    files: task.answerFiles
      .filter(({ thread }) => thread === support.thread)
      .map(({ position }, i) => ({ href: fileHref(position), label: `Tệp ${i + 1}` })),
  }));

/** What the lead's form offers: nobody twice, and not the lead itself. */
export const supportFormOf = ({ petition, peers, now }: LiveTask): SupportFormView => {
  const { task } = petition;
  const open = openSupports(petition);
  const isFree = ({ id }: { id: string }) =>
    id !== task.holder.id && id !== petition.against && !open.some(({ holder }) => holder.id === id);
  const candidates = task.support.filter(isFree).map(({ id, name }) => ({ id, name }));
  const isOther = ({ id }: { id: string }) => !candidates.some((candidate) => candidate.id === id);
  const today = localDayOf(now);
  const furthest = addDays(today, FURTHEST_DAYS);
  const dueAt = task.resolveBy?.at ?? null;
  return {
    candidates,
    others: peers
      .filter(isFree)
      .filter(isOther)
      .map(({ id, name }) => ({ id, name })),
    open: open.map(({ thread, holder }) => ({ id: thread, name: holder.name })),
    days: { first: today, last: dueAt !== null && dueAt > now ? localDayOf(dueAt) : furthest },
    visitDays: { first: today, last: furthest },
  };
};

/** Is a decision about supporters worth offering? What the rules would refuse in any case is not. */
export const isSupportOffered = (decision: Decision, { petition }: LiveTask): boolean => {
  const open = openSupports(petition).length;
  if (decision === 'end-support') return open > 0;
  if (decision !== 'request-support') return true;
  return !petition.task.isTriage && open < MAX_OPEN_SUPPORTS && petition.supports.length < MAX_SUPPORTS;
};

/** The view of a supporting agency's page. */
export const supportPageViewOf = (
  task: LiveSupport,
  ask: { photoHref: (index: number) => string; posted?: { typed: TypedFields; errors: FieldError[] } },
): SupportPageView => {
  const { petition, support, resident } = task;
  const count: DayCount = task;
  return {
    now: task.now,
    code: petition.code,
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
    submitter: resident.submitter,
    leadName: petition.task?.holder.name ?? support.requestedBy.name,
    holderName: support.holder.name,
    state: supportState(support),
    request: task.request,
    acceptedAt: support.acceptedAt,
    dueBy: countedDeadline(support.dueBy, count),
    reason: support.rule.reason,
    hops: hopsOf(support),
    remarks: task.remarks,
    form: { decisions: task.decisions, nonce: task.nonce, ...(ask.posted ?? { typed: {}, errors: [] }) },
  };
};
