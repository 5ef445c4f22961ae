import { addDays } from '../../core/deadline/local-day.js';
import { openSupports, supportState, type SupportTask } from '../../core/petition/support.js';
import { latestForSupport, mayAskExtension, openExtension } from '../../core/petition/support-extension.js';
import type { SupportDecision } from '../../core/petition/support-transitions.js';
import { MAX_OPEN_SUPPORTS, MAX_SUPPORTS } from '../../core/petition/support-events.js';
import type { Decision } from '../../core/petition/transitions.js';
import type { LiveSupport } from '../../core/use-cases/view-support.js';
import type { LiveTask } from '../../core/use-cases/view-task.js';
import { localDayOf } from '../../core/time.js';
import type { SupportFormView, SupportPageView, SupportView } from './support-views.js';
import { countedDeadline, type DayCount } from './view-of.js';
import type { DayRange, FieldError, TypedFields } from './views.js';

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
    requestedUntil: openExtension(support, task.now)?.until.at ?? null,
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
    extensions: open.flatMap((support) => {
      const request = openExtension(support, now);
      const { thread, holder } = support;
      return request === null ? [] : [{ thread, holderName: holder.name, until: request.until.at }];
    }),
    days: { first: today, last: dueAt !== null && dueAt > now ? localDayOf(dueAt) : furthest },
    visitDays: { first: today, last: furthest },
  };
};

/** Is a decision about supporters worth offering? What the rules would refuse in any case is not. */
export const isSupportOffered = (decision: Decision, { petition, now }: LiveTask): boolean => {
  const open = openSupports(petition).length;
  if (decision === 'allow-support-extension' || decision === 'refuse-support-extension')
    return openSupports(petition).some((support) => openExtension(support, now) !== null);
  if (decision === 'end-support') return open > 0;
  if (decision !== 'request-support') return true;
  return !petition.task.isTriage && open < MAX_OPEN_SUPPORTS && petition.supports.length < MAX_SUPPORTS;
};

/** Days after the present deadline, to the lead's own; null where the agency may ask for none. */
const extendBetween = ({ petition, support, now }: LiveSupport): DayRange | null => {
  if (!mayAskExtension(petition, support, now)) return null;
  const first = addDays(localDayOf(support.dueBy.at), 1);
  const latest = latestForSupport(petition, now);
  const last = latest === null ? addDays(localDayOf(now), FURTHEST_DAYS) : localDayOf(latest);
  return first > last ? null : { first, last };
};

/** What the table allows, without what the rules would refuse in any case. */
const offeredTo = (task: LiveSupport, days: DayRange | null): SupportDecision[] =>
  task.decisions.filter((decision) => {
    if (decision === 'support-transfer') return task.transferCandidates.length > 0;
    return decision !== 'support-extend' || days !== null;
  });

const formOf = (
  task: LiveSupport,
  posted: { typed: TypedFields; errors: FieldError[] },
): SupportPageView['form'] => {
  const days = extendBetween(task);
  return {
    decisions: offeredTo(task, days),
    peers: task.transferCandidates.map(({ id, name }) => ({ id, name })),
    extendBetween: days,
    nonce: task.nonce,
    ...posted,
  };
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
    requestedUntil: task.extension?.until.at ?? null,
    form: formOf(task, ask.posted ?? { typed: {}, errors: [] }),
  };
};
