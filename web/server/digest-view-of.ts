import { taskLinkId, taskRefWords } from '../../core/digests/digest-link.js';
import type { Registers } from '../../core/ports/registers.js';
import type { AcceptedTask } from '../../core/use-cases/accept-tasks.js';
import type { DigestList, DigestTask } from '../../core/use-cases/view-digest.js';
import type { AcceptedPageView } from './accepted-page.js';
import type { DigestPageView, DigestRowView } from './digest-page.js';
import { deadlineView } from './view-of.js';

const digestPath = (linkId: string): string => `/d/${linkId}`;

const rowOf = (task: DigestTask, linkId: string, now: string): DigestRowView => {
  const { petition, categoryLabel, placeName, isLate, timetable } = task;
  const { acceptBy, resolveBy, followUpAt, no } = petition.task;
  const count = { timetable, now };
  const ref = { petitionId: petition.id, taskNo: no };
  return {
    value: taskRefWords(ref),
    href: `/t/${taskLinkId(linkId, ref)}`,
    ...{ code: petition.code, categoryLabel, placeName, isLate },
    ...{ receivedAt: petition.receivedAt, status: petition.status, isUrgent: timetable.isUrgent },
    isToAccept: petition.status === 'ASSIGNED',
    acceptBy: deadlineView(acceptBy, count),
    resolveBy: deadlineView(resolveBy, count),
    followUpAt: deadlineView(followUpAt, count),
  };
};

/** What the list's page shows. */
export const digestPageViewOf = (
  { link, now, tasks, next, isFirstPage, nonce }: Extract<DigestList, { kind: 'live' }>,
  linkId: string,
): DigestPageView => ({
  ...{ day: link.day, now, nonce },
  holderName: tasks[0]?.petition.task.holder.name ?? null,
  rows: tasks.map((task) => rowOf(task, linkId, now)),
  nextHref: next === null ? null : `${digestPath(linkId)}?from=${encodeURIComponent(next)}`,
  firstHref: isFirstPage ? null : digestPath(linkId),
});

/** What became of the tasks that were ticked. */
export const acceptedPageViewOf = async (
  tasks: readonly AcceptedTask[],
  { linkId, registers }: { linkId: string; registers: Pick<Registers, 'category'> },
): Promise<AcceptedPageView> => ({
  listHref: digestPath(linkId),
  rows: await Promise.all(
    tasks.map(async ({ task, outcome, petition }) => ({
      outcome,
      shown: petition && {
        code: petition.code,
        categoryLabel: (await registers.category(petition.category))?.label ?? petition.category,
        href: `/t/${taskLinkId(linkId, task)}`,
        holderName: petition.task?.holder.name ?? null,
      },
    })),
  ),
});
