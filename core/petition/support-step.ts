import type { AgencyRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import type { Instant } from '../time.js';
import type { TenureEnd } from './jurisdiction.js';
import type { NextStep } from './next-step.js';
import { overdueReminderAt } from './overdue-reminder.js';
import type { Petition } from './petition.js';
import type { RuleContext } from './rule-context.js';
import type { SupportTask } from './support.js';
import { leadDueAt, supportAssignment } from './support-requests.js';
import { isFreeFor } from './support-transfer.js';
import type { Timetable } from './timetable.js';

export type SupportStep = Extract<
  NextStep,
  { next: 'Remind' | 'Escalate' | 'Reassign' | 'AwaitDecision' | 'Done' }
>;

/** The agency was named, not found by a rule: it stays as long as it exists. */
const tenureEndOf = (
  petition: Petition,
  { holder, openedAt }: SupportTask,
  { jurisdiction }: Pick<RuleContext, 'jurisdiction'>,
): TenureEnd | null => jurisdiction.tenureEnd(petition, { holder, ruleId: null, since: openedAt });

/** May the holder of a support task still act at this instant? */
export const isSupportTenured = (
  petition: Petition,
  support: SupportTask,
  context: Pick<RuleContext, 'jurisdiction' | 'now'>,
): boolean => {
  const end = tenureEndOf(petition, support, context);
  return end === null || context.now < end.at;
};

/** Where a silent support task goes: to the agency's superior, one level up and no further. */
const superiorFor = (
  petition: Petition,
  support: SupportTask,
  { jurisdiction, now }: RuleContext,
): AgencyRef | null => {
  if (support.escalations > 0) return null;
  const above = jurisdiction.superior(petition, support.holder.id, now);
  if (above === null || above.id === support.holder.id || !isFreeFor(petition, support, above.id))
    return null;
  // Whoever took over from the agency complained about is passed over as that agency is.
  return jurisdiction.named(petition, above.id, now) === null ? null : above;
};

/** Nobody leads and contributes at once. */
const leadsNow = ({ task }: Petition, { holder }: SupportTask): boolean => task?.holder.id === holder.id;

interface Planned {
  at: Instant;
  kind: 'before-due' | 'overdue';
}

/** Before the deadline as planned; behind it each working day, for as long as nobody answers. One a day. */
const reminderAfter = (support: SupportTask, at: { timetable: Timetable; now: Instant }): Planned => {
  const { openedAt, dueBy, remindedFor } = support;
  const done = remindedFor ?? openedAt;
  const ahead = at.timetable.reminders(openedAt, dueBy.at).filter((planned) => planned > done);
  // One that was slept through stands for all before it, and what is overdue for those of before.
  const passed = ahead.filter((planned) => planned <= at.now).at(-1);
  const next = passed ?? ahead[0];
  const overdue: Planned = {
    at: overdueReminderAt({ missed: dueBy.at, done, first: null }, at),
    kind: 'overdue',
  };
  return next === undefined || overdue.at <= at.now ? overdue : { at: next, kind: 'before-due' };
};

const earliest = (first: Instant, ...others: (Instant | null)[]): Instant =>
  others.reduce<Instant>((least, at) => (at !== null && at < least ? at : least), first);

/**
 * The next step of a support thread, read from the record alone. Total, as that of the petition: whoever has not answered
 * is waited for, and the wait names the instant at which it ends.
 */
export const supportStep = (petition: Petition, support: SupportTask, context: RuleContext): SupportStep => {
  if (support.ended !== null) return { next: 'Done' };
  const tenureEnd = tenureEndOf(petition, support, context)?.at ?? null;
  if (leadsNow(petition, support) || !isSupportTenured(petition, support, context))
    return { next: 'Reassign' };
  return stepOfClock(petition, support, { ...context, tenureEnd });
};

/** A holder acts no longer than it rightfully holds the task; until then its own clock decides. */
const stepOfClock = (
  petition: Petition,
  support: SupportTask,
  { tenureEnd, ...context }: RuleContext & { tenureEnd: Instant | null },
): SupportStep => {
  const { now } = context;
  const { at: dueAt } = support.dueBy;
  const escalateAt = superiorFor(petition, support, context) === null ? null : dueAt;
  if (escalateAt !== null && escalateAt <= now) return { next: 'Escalate', lateSince: dueAt };
  const reminder = reminderAfter(support, context);
  if (reminder.at <= now) return { next: 'Remind', kind: reminder.kind, planned: reminder.at };
  return { next: 'AwaitDecision', wakeAt: earliest(reminder.at, escalateAt, tenureEnd) };
};

const about = ({ thread, no }: SupportTask) => ({ thread, taskNo: no });

const escalated = (
  petition: Petition,
  support: SupportTask,
  { lateSince, context }: { lateSince: Instant; context: RuleContext },
): Happening | null => {
  const { jurisdiction, timetable, now } = context;
  const superior = superiorFor(petition, support, context);
  if (superior === null) return null;
  const holderValidTo = jurisdiction.named(petition, superior.id, now)?.holderValidTo ?? null;
  const reason = `${support.holder.name} chưa trả lời đề nghị phối hợp trong thời hạn; ${superior.name} là cấp trên.`;
  const assignment = supportAssignment(
    { holder: superior, holderValidTo },
    timetable.support(now, leadDueAt(petition)),
    { id: 'support-superior', reason },
  );
  return { type: 'SupportEscalated', data: { ...about(support), assignment, lateSince } };
};

/** The clock runs on with the successor, but never runs out before it could hear of the matter. */
const reassigned = (petition: Petition, support: SupportTask, context: RuleContext): Happening => {
  const { jurisdiction, timetable, now } = context;
  if (leadsNow(petition, support))
    return { type: 'SupportEnded', data: { ...about(support), because: 'leads-now', text: null } };
  const routed = jurisdiction.successor(petition, { holder: support.holder, ruleId: null }, now);
  if (
    routed.isTriage ||
    !isFreeFor(petition, support, routed.holder.id) ||
    routed.holder.id === support.holder.id
  )
    return { type: 'SupportEnded', data: { ...about(support), because: 'no-successor', text: null } };
  const dueBy = support.dueBy.at > now ? support.dueBy : timetable.support(now, leadDueAt(petition));
  const assignment = supportAssignment(routed, dueBy, {
    id: routed.rule.id,
    reason: routed.rule.reason,
  });
  const because = tenureEndOf(petition, support, context)?.because ?? 'holder-abolished';
  return { type: 'SupportReassigned', data: { ...about(support), assignment, because } };
};

/** The event of a step that the workflow of a support thread owes; null when there is nothing to write. */
export const supportEvent = (
  petition: Petition,
  support: SupportTask,
  { step, context }: { step: SupportStep; context: RuleContext },
): Happening | null => {
  switch (step.next) {
    case 'AwaitDecision':
    case 'Done':
      return null;
    case 'Escalate':
      return escalated(petition, support, { lateSince: step.lateSince, context });
    case 'Reassign':
      return reassigned(petition, support, context);
    case 'Remind':
      return step.kind === 'before-due' || step.kind === 'overdue'
        ? {
            type: 'SupportReminded',
            data: {
              ...about(support),
              kind: step.kind,
              planned: step.planned,
              copyToHead:
                step.kind === 'overdue' && support.overdueReminders === 0 && context.timetable.copiesHead,
            },
          }
        : null;
  }
};
