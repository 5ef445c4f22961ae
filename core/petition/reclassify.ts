import type { EventData, Happening } from '../events.js';
import type { CategoryFacts } from '../ports/registers.js';
import type { Instant } from '../time.js';
import { continuedAssignment, sooner } from './assign.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { Routed } from './jurisdiction.js';
import type { Hop, Petition } from './petition.js';
import { serviceClassOf, URGENT_CLASS } from './service-class.js';
import { isDirected } from './standing.js';
import { holderBegin, promiseBegin, withPauses } from './stood-still.js';
import { openSupports } from './support.js';
import type { Timetable } from './timetable.js';

/** How often a petition may be classified anew: enough to mend a mistake, not to send it round. */
export const MAX_RECLASSIFICATIONS = 3;

/** The category that a holder chose, with the terms that a petition would have under it. */
export interface NewCategory {
  category: CategoryFacts;
  /** Of the class that `classUnder` gives; it names that class. */
  timetable: Timetable;
}

type Terms = Pick<EventData<'PetitionRouted'>['assignment'], 'acceptBy' | 'resolveBy' | 'followUpAt'>;

interface Recounting {
  petition: Held;
  /** Terms of the new class. */
  timetable: Timetable;
  isOtherClass: boolean;
  now: Instant;
}

/**
 * What the petition's class is under a category: that of the receipt while the category stays. Urgent circumstances were
 * told where its class is above that of the category under which it was.
 */
export const classUnder = (
  petition: Petition,
  category: CategoryFacts,
  former: Pick<CategoryFacts, 'serviceClass'> | null,
): string =>
  category.code === petition.category
    ? petition.serviceClass
    : serviceClassOf({
        ...{ category, submitterKind: petition.submitterKind },
        urgent: petition.serviceClass === URGENT_CLASS && former?.serviceClass !== URGENT_CLASS,
      });

const isAhead = (due: DeadlineRef | null, now: Instant): due is DeadlineRef => due !== null && due.at > now;

const isBroken = (due: DeadlineRef | null, now: Instant): boolean => due !== null && due.at <= now;

/** A term of the new class as if it had been so from the beginning; the pauses since then are added again. */
const counted = (
  { petition, timetable }: Recounting,
  begin: Instant,
  term: 'accept' | 'resolve',
): DeadlineRef | null => withPauses(timetable[term](begin), petition, { timetable, begin });

/**
 * What the resident is promised under the new class, from the original receipt. A promise that was broken stays broken;
 * one that still stands is not replaced by a day that has already gone by.
 */
const promisedAnew = (ask: Recounting): Petition['promised'] => {
  const { petition, timetable, now } = ask;
  const { promised } = petition;
  if (!ask.isOtherClass || isBroken(promised.resolveBy, now)) return promised;
  const resolveBy = counted(ask, promiseBegin(petition), 'resolve');
  if (resolveBy === null || resolveBy.at > now) return { ...promised, resolveBy };
  return { ...promised, resolveBy: promised.resolveBy ?? timetable.resolve(now) };
};

/** A follow-up is due on the day that the leader named, else counts like every term; one that has gone by starts anew. */
const followUpAnew = ({ petition, timetable, now }: Recounting, begin: Instant): DeadlineRef | null => {
  const usual = timetable.followUp(begin);
  if (usual === null) return null;
  const named = petition.followUpOn === null ? null : timetable.followUpOn(petition.followUpOn);
  return [named, usual].find((due) => isAhead(due, now)) ?? timetable.followUp(now);
};

/** A term that would have run out leaves no more time than there was; a superior's date is not for the unit to move. */
const resolveAnew = (
  { petition, timetable, now }: Recounting,
  due: DeadlineRef | null,
): DeadlineRef | null => {
  const present = petition.task.resolveBy;
  const anew = due === null || due.at > now ? due : sooner(timetable.resolve(now), present);
  return isDirected(petition) ? sooner(anew, present) : anew;
};

/** The same holder: a term that would have run out leaves no more time than there was. */
const keptTerms = (ask: Recounting): Terms => {
  const { petition, timetable, now } = ask;
  const { task } = petition;
  const { acceptBy, resolveBy: present, followUpAt } = task;
  if (!ask.isOtherClass || task.isTriage || isBroken(present, now))
    return { acceptBy, resolveBy: present, followUpAt };
  const begin = holderBegin(petition);
  const due = counted(ask, begin, 'resolve');
  const resolveBy = resolveAnew(ask, due);
  const accept = counted(ask, begin, 'accept');
  const acceptAnew = accept === null || accept.at > now ? accept : (acceptBy ?? timetable.accept(now));
  return {
    acceptBy: task.acceptedAt === null ? sooner(acceptAnew, resolveBy) : acceptBy,
    resolveBy,
    followUpAt: followUpAnew(ask, begin),
  };
};

/** Another holder: the clock from the receipt; a term that has run out starts when the new holder hears of the matter. */
const movedTo = (routed: Routed, ask: Recounting) => {
  const { petition, timetable, now } = ask;
  const { task } = petition;
  const begin = promiseBegin(petition);
  const goesOn = !ask.isOtherClass && !task.isTriage;
  const due = goesOn ? task.resolveBy : counted(ask, begin, 'resolve');
  const terms = {
    resolveBy: isAhead(due, now) ? due : timetable.resolve(now),
    followUpAt: goesOn ? task.followUpAt : followUpAnew(ask, begin),
  };
  return continuedAssignment(routed, { ...petition, task: { ...task, ...terms } }, { timetable, from: now });
};

/** Whoever contributes does so before the lead must answer, also where the lead has less time now. */
const supportsBefore = (
  leadDue: DeadlineRef | null,
  { petition, timetable, now }: Recounting,
): Pick<EventData<'PetitionReclassified'>, 'supports'> => {
  if (!isAhead(leadDue, now)) return {};
  const supports = openSupports(petition)
    .filter(({ dueBy }) => dueBy.at > leadDue.at)
    .map(({ thread }) => ({ thread, dueBy: timetable.support(now, leadDue.at) }));
  return supports.length === 0 ? {} : { supports };
};

const UPWARDS: readonly Hop['kind'][] = [
  ...(['escalated', 'commitment-missed', 'beyond-competence'] as const),
  ...(['arbitration', 'appealed'] as const),
];

/**
 * Agencies that have left the matter to those above: it does not come down to them again. Of an arbitration these are all
 * that passed it on.
 */
const leftBelow = ({ hops }: Petition): (string | null)[] => {
  const isArbitrated = hops.some(({ kind }) => kind === 'arbitration');
  return hops
    .filter(({ kind }) => UPWARDS.includes(kind) || (isArbitrated && kind === 'transferred'))
    .map(({ from }) => from);
};

const conditionsUnder = (
  petition: Petition,
  { conditions }: DecisionInput,
  category: CategoryFacts,
): Record<string, boolean> => {
  const known = Object.entries({ ...petition.conditions, ...conditions });
  return Object.fromEntries(known.filter(([key]) => category.conditions.includes(key)));
};

const isSame = (a: Record<string, boolean>, b: Record<string, boolean>): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);

/** Who is competent under the new classification; null when the present holder keeps the matter. */
const newLead = (petition: Held, routed: Routed): Routed | null => {
  const { holder, isTriage } = petition.task;
  if (leftBelow(petition).includes(routed.holder.id)) return null;
  // Whom a superior named does not hand it on to its own tier, by whatever name.
  if (isDirected(petition) && routed.holder.tier === holder.tier) return null;
  return routed.holder.id === holder.id && routed.isTriage === isTriage ? null : routed;
};

/** The same holder goes on, under the rule that names it now. */
const stays = (routed: Routed, ask: Recounting) => {
  const { task } = ask.petition;
  const { support, rule } = routed.holder.id === task.holder.id ? routed : task;
  return { assignment: null, kept: { support, rule, ...keptTerms(ask) } };
};

/**
 * Classified anew by what it is about. The rules of the day name the lead; what that agency has left to those above stays
 * above. @throws ValidationError.
 */
export const reclassified = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  if (petition.reclassifications.length >= MAX_RECLASSIFICATIONS)
    fail('/decision', 'reclassifications-used-up', { max: MAX_RECLASSIFICATIONS });
  const { category, timetable } = context.newCategory ?? fail('/category', 'unknown-category');
  const conditions = conditionsUnder(petition, input, category);
  if (category.code === petition.category && isSame(conditions, petition.conditions))
    fail('/category', 'same-category');
  const { serviceClass } = timetable;
  const { now, jurisdiction } = context;
  const ask = { petition, timetable, now, isOtherClass: serviceClass !== petition.serviceClass };
  const facts = { ...petition, category: category.code, conditions, lane: category.lane };
  const routed = jurisdiction.first(facts, now);
  const lead = newLead(petition, routed);
  const outcome = {
    ...(lead === null ? stays(routed, ask) : { assignment: movedTo(lead, ask), kept: null }),
    promised: promisedAnew(ask),
  };
  return {
    type: 'PetitionReclassified',
    data: {
      taskNo: petition.task.no,
      text: required(input.text, '/text'),
      from: {
        category: petition.category,
        conditions: petition.conditions,
        serviceClass: petition.serviceClass,
        lane: petition.lane,
      },
      ...{ category: category.code, conditions, serviceClass, lane: category.lane },
      ...outcome,
      ...supportsBefore((outcome.assignment ?? outcome.kept).resolveBy, ask),
    },
  };
};
