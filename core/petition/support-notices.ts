import type { PetitionEvent } from '../events.js';
import { toHolderOf } from './inside-agency-notices.js';
import type { Notice } from './notices.js';
import type { EventOf, Petition } from './petition.js';
import { openSupports, supportOf, type SupportTask } from './support.js';

type Plan = Pick<Notice, 'kind' | 'to' | 'taskNo'> & { thread?: string };

export type SupportEventOf = EventOf<
  | 'SupportRequested'
  | 'SupportAccepted'
  | 'SupportNoted'
  | 'SupportAnswered'
  | 'SupportReminded'
  | 'SupportEscalated'
  | 'SupportReassigned'
  | 'SupportTransferred'
  | 'SupportExtensionRequested'
  | 'SupportExtensionAllowed'
  | 'SupportExtensionRefused'
  | 'SupportEnded'
  | 'SiteVisitProposed'
>;

const to = (agencyId: string, role: 'main' | 'head' = 'main'): Notice['to'] => ({
  kind: 'agency',
  agencyId,
  role,
});

/** A mail with the link of a support task. */
const asked = (support: SupportTask, kind: Notice['kind'], role: 'main' | 'head' = 'main'): Plan => ({
  kind,
  to: to(support.holder.id, role),
  taskNo: support.no,
  thread: support.thread,
});

/** A mail about a support task to whoever has nothing to do with it any more: no link. */
const told = ({ thread, holder }: SupportTask, kind: Notice['kind']): Plan => ({
  kind,
  to: to(holder.id),
  taskNo: null,
  thread,
});

/** The lead reads what became of a support task on its own page. */
const toLead = ({ task }: Petition, thread: string, kind: Notice['kind']): Plan[] =>
  task === null ? [] : [{ kind, to: toHolderOf(task), taskNo: task.no, thread }];

/** The supporters whose tasks end with an answer or a withdrawal. */
export const endedSupportNotices = (before: Petition | null): Plan[] =>
  before === null ? [] : openSupports(before).map((support) => told(support, 'support-ended'));

/** The supporters whose day has moved, by whatever moved the lead's. */
export const movedSupportNotices = (before: Petition | null, after: Petition): Plan[] =>
  openSupports(after)
    .filter(({ thread, dueBy }) => {
      const was = before && supportOf(before, thread);
      return was != null && was.dueBy.at !== dueBy.at;
    })
    .map((support) => asked(support, 'support-deadline-moved'));

/** What the agency is told that holds a support task now, and what the lead is told of it. */
const MOVES = {
  SupportEscalated: { holder: 'support-escalated-to-you', lead: 'support-late' },
  SupportReassigned: { holder: 'support-requested', lead: null },
  SupportTransferred: { holder: 'support-transferred-to-you', lead: 'support-transferred' },
} as const satisfies Record<string, { holder: Notice['kind']; lead: Notice['kind'] | null }>;

const movedNotices = (
  event: EventOf<keyof typeof MOVES>,
  before: Petition | null,
  after: Petition,
): Plan[] => {
  const { thread } = event.data;
  const [was, is] = [before && supportOf(before, thread), supportOf(after, thread)];
  if (was == null || is === undefined) return [];
  const { holder, lead } = MOVES[event.type];
  return [
    asked(is, holder),
    told(was, 'support-moved-away'),
    ...(lead === null ? [] : toLead(after, thread, lead)),
  ];
};

/** The first overdue reminder also goes to the agency's head, and the lead learns that nobody answers. */
const reminderNotices = ({ data }: EventOf<'SupportReminded'>, after: Petition): Plan[] => {
  const support = supportOf(after, data.thread);
  if (support === undefined) return [];
  const kind = data.kind === 'overdue' ? 'support-overdue' : 'support-reminder';
  return [
    asked(support, kind),
    ...(data.copyToHead ? [asked(support, kind, 'head'), ...toLead(after, data.thread, 'support-late')] : []),
  ];
};

/** The lead's answer to a request for more time. */
const extensionNotices = (
  { type, data }: EventOf<'SupportExtensionAllowed' | 'SupportExtensionRefused'>,
  after: Petition,
): Plan[] => {
  const support = supportOf(after, data.thread);
  if (support === undefined) return [];
  const isAllowed = type === 'SupportExtensionAllowed';
  return [asked(support, isAllowed ? 'support-extension-allowed' : 'support-extension-refused')];
};

const endNotices = ({ data }: EventOf<'SupportEnded'>, after: Petition): Plan[] => {
  const support = supportOf(after, data.thread);
  if (support === undefined || data.because === 'leads-now') return [];
  return data.because === 'cancelled'
    ? [told(support, 'support-ended')]
    : toLead(after, data.thread, 'support-unanswerable');
};

/** Everybody who works on it: the lead, who was asked, and who was named in the assignment; each once. */
const visitNotices = (after: Petition): Plan[] => {
  const { task } = after;
  if (task === null) return [];
  const others = [...openSupports(after).map(({ holder }) => holder.id), ...task.support.map(({ id }) => id)];
  const units = new Set([task.holder.id, ...others]);
  return [...units].map((agencyId) => ({ kind: 'site-visit', to: to(agencyId), taskNo: null }));
};

/** The messages that an event of a support task or a site visit promises. */
export const supportNotices = (event: SupportEventOf, before: Petition | null, after: Petition): Plan[] => {
  switch (event.type) {
    case 'SupportRequested':
      return event.data.requests.flatMap(({ thread }) => {
        const support = supportOf(after, thread);
        return support === undefined ? [] : [asked(support, 'support-requested')];
      });
    case 'SupportAnswered':
      return toLead(
        after,
        event.data.thread,
        event.data.outcome === 'answered' ? 'support-answered' : 'support-declined',
      );
    case 'SupportReminded':
      return reminderNotices(event, after);
    case 'SupportEscalated':
    case 'SupportReassigned':
    case 'SupportTransferred':
      return movedNotices(event, before, after);
    case 'SupportExtensionRequested':
      return toLead(after, event.data.thread, 'support-extension-requested');
    case 'SupportExtensionAllowed':
    case 'SupportExtensionRefused':
      return extensionNotices(event, after);
    case 'SupportEnded':
      return endNotices(event, after);
    case 'SiteVisitProposed':
      return visitNotices(after);
    case 'SupportAccepted':
    case 'SupportNoted':
      return [];
  }
};

/** Events that this file answers for. */
export const isSupportEvent = (event: PetitionEvent): event is SupportEventOf =>
  event.type === 'SiteVisitProposed' || event.type.startsWith('Support');
