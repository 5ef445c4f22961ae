import { isRealDay } from '../deadline/local-day.js';
import type { Assignment } from '../event-parts.js';
import type { Happening } from '../events.js';
import { startOfDay, type Instant } from '../time.js';
import { continuedAssignment, freshAssignment } from './assign.js';
import type { DeadlineRef } from './deadline-ref.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import { forwarded, guided, rejected, resolved } from './final-decisions.js';
import { formerHolders, type Petition } from './petition.js';
import { reclassified } from './reclassify.js';
import { isFinal, type Decision } from './transitions.js';

/** Transfers between agencies of one tier before their common superior must decide. */
export const MAX_TRANSFER_WEIGHT = 3;

/**
 * Progress notes on one task. A link can be used as long as its task is open, and every note is kept for good and opened
 * with each view of the page: one a working day for two months is more than any term asks for.
 */
export const MAX_NOTES_PER_TASK = 50;

/**
 * Number and symbol of an administrative document: "123/UBND-VP", "45/QĐ-UBND", "Số 7 (bản sao)". Anything that can be
 * printed on one line but marks that only code needs; at least one letter or digit.
 */
const DOCUMENT_NO = /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\p{Zs}.,:;/\\_&()+'’°–—-]{1,80}$/u;

/** The reception desk sorts and may send anywhere; agencies of one tier have only so many transfers. */
const transferWeight = (petition: Held, agencyId: string): 0 | 1 | 2 => {
  if (petition.task.isTriage) return 0;
  return formerHolders(petition).includes(agencyId) ? 2 : 1;
};

const transferred = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { jurisdiction, timetable, now } = context;
  const agencyId = required(input.agency, '/agency');
  const holder = petition.task.holder;
  if (agencyId === holder.id) fail('/agency', 'same-agency');
  if (agencyId === petition.against) fail('/agency', 'accused-agency');
  const routed = jurisdiction.named(petition, agencyId, now) ?? fail('/agency', 'unknown-agency');
  const weight = transferWeight(petition, agencyId);
  if (weight > 0 && routed.holder.tier !== holder.tier) fail('/agency', 'other-tier');
  if (petition.transfers + weight > MAX_TRANSFER_WEIGHT)
    fail('/decision', 'transfers-used-up', { max: MAX_TRANSFER_WEIGHT });
  return {
    type: 'PetitionTransferred',
    data: {
      taskNo: petition.task.no,
      text: required(input.text, '/text'),
      // What the desk sends on begins its proper terms; between agencies the clock goes on.
      assignment: petition.task.isTriage
        ? freshAssignment(routed, timetable, now)
        : continuedAssignment(routed, petition, { timetable, from: now }),
      weight,
    },
  };
};

/** A promise that was broken stays broken: no later act may make a late petition look punctual. */
const promisedAfter = (
  petition: Petition,
  resolveBy: DeadlineRef | null,
  now: Instant,
): Petition['promised'] => {
  const before = petition.promised.resolveBy;
  return before !== null && before.at <= now ? petition.promised : { ...petition.promised, resolveBy };
};

const beyondCompetence = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { jurisdiction, timetable, now } = context;
  if (petition.task.isLastOwner) fail('/decision', 'last-owner');
  const facts = { ...petition, conditions: { ...petition.conditions, ...input.conditions } };
  const routed = jurisdiction.next(facts, petition.task.holder, { at: now, why: 'beyond-competence' });
  if (routed.holder.id === petition.task.holder.id) fail('/decision', 'last-owner');
  const assignment: Assignment = freshAssignment(routed, timetable, now);
  return {
    type: 'BeyondCompetenceDeclared',
    data: {
      taskNo: petition.task.no,
      text: required(input.text, '/text'),
      conditions: input.conditions,
      assignment,
      promised: promisedAfter(petition, assignment.resolveBy, now),
    },
  };
};

const extended = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { task } = petition;
  const present = task.resolveBy ?? fail('/decision', 'no-deadline');
  if (task.extensions >= context.timetable.maxExtensions) fail('/decision', 'extensions-used-up');
  if (present.at <= context.now) fail('/decision', 'already-late');
  const latest = context.timetable.extension(present.at) ?? fail('/decision', 'not-extendable');
  const until = required(input.until, '/until');
  if (!isRealDay(until)) fail('/until', 'not-a-day');
  // The day named ends with the office hours, as every term does: the time of day is that of the latest possible end.
  const at = new Date(Date.parse(startOfDay(until)) + timeOfDay(latest.at)).toISOString();
  if (at <= present.at) fail('/until', 'not-later');
  if (at > latest.at) fail('/until', 'too-late', { latest: latest.at });
  const resolveBy = { ...latest, at };
  return {
    type: 'DeadlineExtended',
    data: {
      taskNo: task.no,
      text: required(input.text, '/text'),
      resolveBy,
      promised: promisedAfter(petition, resolveBy, context.now),
    },
  };
};

/** Milliseconds since local midnight (+07:00). */
const timeOfDay = (at: Instant): number => (Date.parse(at) + 7 * 3_600_000) % 86_400_000;

/** Stops the clock for the resident's answer: with a question, before the deadline, and only so often. */
const asked = (petition: Held, input: DecisionInput, { timetable, now }: DecisionContext): Happening => {
  const { task } = petition;
  if (task.isTriage) fail('/decision', 'desk-cannot-ask');
  if (task.pauses >= timetable.maxPauses) fail('/decision', 'pauses-used-up', { max: timetable.maxPauses });
  if (task.resolveBy !== null && task.resolveBy.at <= now) fail('/decision', 'already-late');
  return {
    type: 'ResidentAsked',
    data: { taskNo: task.no, text: required(input.text, '/text'), waitUntil: timetable.residentAnswer(now) },
  };
};

const RULES: Record<Decision, (p: Held, i: DecisionInput, c: DecisionContext) => Happening> = {
  accept: (petition, input) => ({
    type: 'TaskAccepted',
    data: { taskNo: petition.task.no, text: input.text },
  }),
  note: (petition, input) => {
    if (petition.task.notes >= MAX_NOTES_PER_TASK)
      fail('/decision', 'notes-used-up', { max: MAX_NOTES_PER_TASK });
    return {
      type: 'ProgressNoted',
      data: { taskNo: petition.task.no, text: required(input.text, '/text') },
    };
  },
  extend: extended,
  transfer: transferred,
  'beyond-competence': beyondCompetence,
  ask: asked,
  resolve: resolved,
  reject: rejected,
  guide: guided,
  forward: forwarded,
  reclassify: reclassified,
};

/**
 * The event that an official's decision makes. The caller has checked that the task is open, held by the link's agency
 * and that the transition is allowed.
 * @throws ValidationError with JSON pointers when a field that the decision needs is missing or not acceptable.
 */
export const decide = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  if (isFinal(input.decision) && input.declaredBy === null) fail('/actorName', 'required');
  if (input.documentNo !== null && !DOCUMENT_NO.test(input.documentNo)) fail('/documentNo', 'document-no');
  return RULES[input.decision](petition, input, context);
};
