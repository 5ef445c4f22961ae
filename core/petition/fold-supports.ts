import type { EventOf, Petition } from './petition.js';
import { openSupports, type SupportEnd, type SupportTask } from './support.js';
import type { SupportAssignment } from './support-events.js';

type About = EventOf<
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
>;

/** A task that another agency holds from now on. */
const opened = (assignment: SupportAssignment, at: string) => ({
  ...assignment,
  openedAt: at,
  acceptedAt: null,
  remindedFor: null,
  overdueReminders: 0,
  notes: 0,
  extensionRequest: null,
});

const onSupport = (
  petition: Petition,
  event: About,
  change: (support: SupportTask) => Partial<SupportTask>,
): Petition => ({
  ...petition,
  supports: petition.supports.map((support) =>
    support.thread === event.data.thread ? { ...support, ...change(support) } : support,
  ),
});

const requested = (petition: Petition, event: EventOf<'SupportRequested'>): Petition => {
  const lead = petition.task?.holder;
  if (lead === undefined) return petition;
  const asked = event.data.requests.map(({ thread, assignment }): SupportTask => ({
    ...opened(assignment, event.at),
    thread,
    no: 1,
    seq: event.seq,
    requestedBy: lead,
    requestedAt: event.at,
    ...{ escalations: 0, transfers: 0, extensionRequests: 0 },
    hops: [{ at: event.at, kind: 'requested', to: assignment.holder.id, toName: assignment.holder.name }],
    ended: null,
  }));
  return { ...petition, supports: [...petition.supports, ...asked] };
};

/** What was passed on has another superior; a successor inherits what was done. */
const escalationsAfter = (
  { escalations }: SupportTask,
  kind: 'escalated' | 'reassigned' | 'transferred',
): number => {
  if (kind === 'transferred') return 0;
  return escalations + (kind === 'escalated' ? 1 : 0);
};

const moved = (
  petition: Petition,
  event: EventOf<'SupportEscalated' | 'SupportReassigned' | 'SupportTransferred'>,
  kind: 'escalated' | 'reassigned' | 'transferred',
): Petition =>
  onSupport(petition, event, (support) => {
    const { assignment } = event.data;
    const hop = { at: event.at, kind, to: assignment.holder.id, toName: assignment.holder.name };
    return {
      ...opened(assignment, event.at),
      no: support.no + 1,
      escalations: escalationsAfter(support, kind),
      transfers: support.transfers + (kind === 'transferred' ? 1 : 0),
      hops: [...support.hops, hop],
    };
  });

const ended = (petition: Petition, event: About, because: SupportEnd): Petition =>
  onSupport(petition, event, () => ({
    extensionRequest: null,
    ended: { at: event.at, because, seq: event.seq },
  }));

/** Days that moved with the lead's; the others stay. */
export const withDues = (
  supports: readonly SupportTask[],
  dues: readonly Pick<SupportTask, 'thread' | 'dueBy'>[],
): SupportTask[] =>
  supports.map((support) => ({
    ...support,
    dueBy: dues.find(({ thread }) => thread === support.thread)?.dueBy ?? support.dueBy,
  }));

/** Nothing is asked of anybody once the matter is answered or withdrawn: every open support task ends with it. */
export const withoutSupports = (
  petition: Petition,
  event: { at: string; seq: number },
  because: 'lead-decided' | 'withdrawn',
): Petition =>
  openSupports(petition).length === 0
    ? petition
    : {
        ...petition,
        supports: petition.supports.map((support) =>
          support.ended === null
            ? { ...support, extensionRequest: null, ended: { at: event.at, because, seq: event.seq } }
            : support,
        ),
      };

/** What the events of support tasks and site visits make of the record. */
export const SUPPORT_REDUCERS = {
  SupportRequested: requested,
  SupportAccepted: (p: Petition, e: EventOf<'SupportAccepted'>) =>
    onSupport(p, e, () => ({ acceptedAt: e.at })),
  SupportNoted: (p: Petition, e: EventOf<'SupportNoted'>) =>
    onSupport(p, e, ({ notes }) => ({ notes: notes + 1 })),
  SupportAnswered: (p: Petition, e: EventOf<'SupportAnswered'>) => ended(p, e, e.data.outcome),
  SupportReminded: (p: Petition, e: EventOf<'SupportReminded'>) =>
    onSupport(p, e, ({ overdueReminders }) => ({
      remindedFor: e.data.planned,
      overdueReminders: overdueReminders + (e.data.kind === 'overdue' ? 1 : 0),
    })),
  SupportEscalated: (p: Petition, e: EventOf<'SupportEscalated'>) => moved(p, e, 'escalated'),
  SupportReassigned: (p: Petition, e: EventOf<'SupportReassigned'>) => moved(p, e, 'reassigned'),
  SupportTransferred: (p: Petition, e: EventOf<'SupportTransferred'>) => moved(p, e, 'transferred'),
  SupportExtensionRequested: (p: Petition, e: EventOf<'SupportExtensionRequested'>) =>
    onSupport(p, e, ({ extensionRequests }) => ({
      extensionRequests: extensionRequests + 1,
      extensionRequest: { seq: e.seq, at: e.at, until: e.data.until },
    })),
  SupportExtensionAllowed: (p: Petition, e: EventOf<'SupportExtensionAllowed'>) =>
    onSupport(p, e, () => ({ dueBy: e.data.dueBy, extensionRequest: null })),
  SupportExtensionRefused: (p: Petition, e: EventOf<'SupportExtensionRefused'>) =>
    onSupport(p, e, () => ({ extensionRequest: null })),
  SupportEnded: (p: Petition, e: EventOf<'SupportEnded'>) => ended(p, e, e.data.because),
  SiteVisitProposed: (p: Petition, e: EventOf<'SiteVisitProposed'>) => ({
    ...p,
    visit: {
      startsAt: e.data.startsAt,
      endsAt: e.data.endsAt,
      sequence: e.data.sequence,
      seq: e.seq,
    },
  }),
};
