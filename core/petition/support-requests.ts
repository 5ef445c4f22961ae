import { isRealDay } from '../deadline/local-day.js';
import type { Happening } from '../events.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { Routed } from './jurisdiction.js';
import type { Petition } from './petition.js';
import { isOpenSupport, openSupports, supportOf } from './support.js';
import { MAX_OPEN_SUPPORTS, MAX_SUPPORTS, type SupportAssignment } from './support-events.js';

/** The deadline of the lead that a support task must keep to; null without one. */
export const leadDueAt = ({ task }: Pick<Petition, 'task'>): string | null => task?.resolveBy?.at ?? null;

/** A day that the lead names: not past, and not after the lead itself must answer. */
const namedDue = (petition: Held, day: string, { timetable, now }: DecisionContext): DeadlineRef => {
  if (!isRealDay(day)) fail('/supportUntil', 'not-a-day');
  const due = timetable.supportOn(day);
  if (due.at <= now) fail('/supportUntil', 'support-day-past');
  const latest = leadDueAt(petition);
  if (latest !== null && latest > now && due.at > latest)
    fail('/supportUntil', 'support-after-lead', { latest });
  return due;
};

/** A support task for an agency: the day named, or the term of supports within the lead's own. */
export const supportAssignment = (
  { holder, holderValidTo }: Pick<Routed, 'holder' | 'holderValidTo'>,
  dueBy: DeadlineRef,
  rule: { id: string; reason: string },
): SupportAssignment => ({
  holder,
  holderValidTo,
  dueBy,
  rule: { ...rule, basis: '', status: 'assumed' },
});

const checkCounts = (petition: Held, asked: readonly string[]): void => {
  const free = MAX_OPEN_SUPPORTS - openSupports(petition).length;
  if (asked.length > free) fail('/supports', 'too-many-supports', { max: MAX_OPEN_SUPPORTS });
  if (petition.supports.length + asked.length > MAX_SUPPORTS)
    fail('/supports', 'supports-used-up', { max: MAX_SUPPORTS });
};

const checkedAgency = (petition: Held, agencyId: string, { jurisdiction, now }: DecisionContext): Routed => {
  if (agencyId === petition.task.holder.id) fail('/supports', 'same-agency');
  if (agencyId === petition.against) fail('/supports', 'accused-agency');
  if (openSupports(petition).some(({ holder }) => holder.id === agencyId))
    fail('/supports', 'already-supporting');
  return jurisdiction.named(petition, agencyId, now) ?? fail('/supports', 'unknown-agency');
};

/** The lead asks other agencies to contribute: each gets a thread, a deadline and a link of its own. */
export const supportRequested = (
  petition: Held,
  input: DecisionInput,
  context: DecisionContext,
): Happening => {
  const asked = [...new Set(input.supports)];
  if (petition.task.isTriage) fail('/decision', 'desk-cannot-request-support');
  if (asked.length === 0) fail('/supports', 'required');
  checkCounts(petition, asked);
  const text = required(input.text, '/text');
  const dueBy =
    input.until === null
      ? context.timetable.support(context.now, leadDueAt(petition))
      : namedDue(petition, input.until, context);
  const lead = petition.task.holder.name;
  return {
    type: 'SupportRequested',
    data: {
      taskNo: petition.task.no,
      text,
      requests: asked.map((agencyId, i) => {
        const routed = checkedAgency(petition, agencyId, context);
        const reason = `${lead} đang giải quyết đề nghị ${routed.holder.name} phối hợp.`;
        return {
          thread: `support-${petition.supports.length + i + 1}`,
          assignment: supportAssignment(routed, dueBy, { id: 'support-requested', reason }),
        };
      }),
    },
  };
};

/** The lead needs a contribution no longer, and says why. */
export const supportEndedByLead = (petition: Held, input: DecisionInput): Happening => {
  const support = supportOf(petition, required(input.thread, '/thread'));
  if (support === undefined || !isOpenSupport(support)) return fail('/thread', 'no-open-support');
  return {
    type: 'SupportEnded',
    data: {
      thread: support.thread,
      taskNo: support.no,
      because: 'cancelled',
      text: required(input.text, '/text'),
    },
  };
};
