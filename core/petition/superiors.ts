import { isRealDay } from '../deadline/local-day.js';
import type { AgencyRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import type { Instant, LocalDay } from '../time.js';
import { continuedAssignment } from './assign.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { Routed } from './jurisdiction.js';
import type { Petition } from './petition.js';
import type { RuleContext } from './rule-context.js';
import {
  directionsOf,
  directTargets,
  isDirected,
  isSuperiors,
  MAX_DIRECTIONS,
  standingOf,
} from './standing.js';
import { endOfDayLike } from './until.js';

/** Agencies of the holder's tier that handed the matter to each other. */
const partiesOf = ({ hops, task }: Held): string[] => [
  task.holder.id,
  ...hops.filter(({ kind }) => kind === 'transferred').flatMap(({ from, to }) => [from ?? to, to]),
];

/** The transfers are used up, or the next one back would be one too many: their common superior names the agency. */
export const referredUp = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { jurisdiction, timetable, now } = context;
  const { task } = petition;
  if (isDirected(petition)) fail('/decision', 'directed');
  if (task.isLastOwner) fail('/decision', 'last-owner');
  const above = jurisdiction.commonSuperior(petition, partiesOf(petition), now);
  if (above.holder.id === task.holder.id) fail('/decision', 'last-owner');
  return {
    type: 'ArbitrationRequested',
    data: {
      taskNo: task.no,
      text: required(input.text, '/text'),
      assignment: continuedAssignment(above, petition, { timetable, from: now }),
    },
  };
};

/** How late a superior may set the end: its own deadline; once that has passed, the term of the class anew. */
export const directUntilAtMost = (
  { task }: Held,
  { timetable, now }: Pick<RuleContext, 'timetable' | 'now'>,
): DeadlineRef | null =>
  task.resolveBy === null || task.resolveBy.at > now ? task.resolveBy : timetable.resolve(now);

const namedEnd = (latest: DeadlineRef | null, until: LocalDay | null, now: Instant): DeadlineRef | null => {
  if (until === null) return latest;
  if (latest === null) return fail('/until', 'no-deadline');
  if (!isRealDay(until)) return fail('/until', 'not-a-day');
  const at = endOfDayLike(until, latest.at);
  if (at > latest.at) return fail('/until', 'later-than-own', { latest: latest.at });
  if (at <= now) return fail('/until', 'day-passed');
  return { ...latest, at };
};

const REASON = 'theo chỉ đạo của cấp trên; đơn vị được giao không chuyển cho đơn vị cùng cấp';

const routedTo = (petition: Held, agency: AgencyRef, { jurisdiction, now }: RuleContext): Routed => {
  const routed = jurisdiction.named(petition, agency.id, now) ?? fail('/agency', 'unknown-agency');
  const reason = `${petition.task.holder.name} giao ${routed.holder.name} giải quyết ${REASON}.`;
  return { ...routed, rule: { id: 'directed', basis: '', status: 'assumed', reason } };
};

/**
 * A superior names who settles the matter, and until when: whoever had it before, or another agency below. It is no
 * transfer, and it binds: the agency named may only go up. What was promised to the resident is left as it is.
 */
export const directed = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { timetable, now } = context;
  const { task } = petition;
  if (!isSuperiors(petition)) fail('/decision', 'not-a-superior');
  if (directionsOf(petition) >= MAX_DIRECTIONS)
    fail('/decision', 'directions-used-up', { max: MAX_DIRECTIONS });
  const agencyId = required(input.agency, '/agency');
  if (agencyId === task.holder.id) fail('/agency', 'same-agency');
  if (agencyId === petition.against) fail('/agency', 'accused-agency');
  const target = directTargets(petition, context).find(({ id }) => id === agencyId);
  const routed = routedTo(petition, target ?? fail('/agency', 'not-below'), context);
  const resolveBy = namedEnd(directUntilAtMost(petition, context), input.until, now);
  const until = { ...petition, task: { ...task, resolveBy } };
  const previous = task.resolveBy?.at;
  return {
    type: 'PetitionDirected',
    data: {
      taskNo: task.no,
      text: required(input.text, '/text'),
      assignment: continuedAssignment(routed, until, { timetable, from: now }),
      ...(previous !== undefined && previous !== resolveBy?.at && { previous }),
    },
  };
};

/** Where lateness goes: what a superior had directed comes back to it, while it is there; all else one step up. */
export const aboveWhenLate = (petition: Held, { jurisdiction, now }: RuleContext): Routed => {
  const next = jurisdiction.next(petition, petition.task.holder, { at: now, why: 'late' });
  const director = isDirected(petition) ? (standingOf(petition)?.from ?? null) : null;
  const back = director === null ? null : jurisdiction.named(petition, director, now);
  if (back === null || back.holder.id === next.holder.id || back.holder.id === petition.task.holder.id)
    return next;
  const reason = `${petition.task.holder.name} không giải quyết trong thời hạn ${back.holder.name} đã giao; kiến nghị trở lại ${back.holder.name}.`;
  return { ...back, rule: { id: 'directed', basis: '', status: 'assumed', reason } };
};

/** Would a further transfer be one too many, be it only the one back to a former holder? */
export const mayReferUp = (petition: Petition, most: number): boolean =>
  petition.task !== null &&
  !petition.task.isTriage &&
  !petition.task.isLastOwner &&
  !isDirected(petition) &&
  petition.transfers + 2 > most;
