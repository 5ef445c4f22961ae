import { isRealDay } from '../deadline/local-day.js';
import type { Assignment } from '../event-parts.js';
import type { Happening } from '../events.js';
import { continuedAssignment, freshAssignment } from './assign.js';
import { assignedTo } from './assign-inside.js';
import { committedTo, owesCommitment } from './commitment.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import { duplicateLinked, duplicateUnlinked } from './duplicates.js';
import { requestedExtension } from './extension-request.js';
import { forwarded, guided, rejected, resolved } from './final-decisions.js';
import { visitProposed } from './site-visit.js';
import { supportExtensionAllowed, supportExtensionRefused } from './support-extension.js';
import { supportEndedByLead, supportRequested } from './support-requests.js';
import { formerHolders } from './petition.js';
import { promisedAfter } from './promised-after.js';
import { isDirected } from './standing.js';
import { directed, mayReferUp, referredUp } from './superiors.js';
import { reclassified } from './reclassify.js';
import { isFinal, type Decision } from './transitions.js';
import { endOfDayLike } from './until.js';

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

export const isDocumentNo = (text: string): boolean => DOCUMENT_NO.test(text);

/** The reception desk sorts and may send anywhere; agencies of one tier have only so many transfers. */
const transferWeight = (petition: Held, agencyId: string): 0 | 1 | 2 => {
  if (petition.task.isTriage) return 0;
  return formerHolders(petition).includes(agencyId) ? 2 : 1;
};

const transferred = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const { jurisdiction, timetable, now } = context;
  const agencyId = required(input.agency, '/agency');
  const holder = petition.task.holder;
  if (isDirected(petition)) fail('/decision', 'directed');
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
  const at = endOfDayLike(until, latest.at);
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
      previous: present.at,
    },
  };
};

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

/** `split` begins petitions of its own: it is planned in use-cases/split-petition.ts. */
type Decided = Exclude<Decision, 'split'>;

const RULES: Record<Decided, (p: Held, i: DecisionInput, c: DecisionContext) => Happening> = {
  accept: (petition, input) => ({
    type: 'TaskAccepted',
    data: { taskNo: petition.task.no, text: input.text },
  }),
  note: (petition, input, { now }) => {
    if (owesCommitment(petition, now)) fail('/decision', 'commitment-needed');
    if (petition.task.notes >= MAX_NOTES_PER_TASK)
      fail('/decision', 'notes-used-up', { max: MAX_NOTES_PER_TASK });
    return {
      type: 'ProgressNoted',
      data: { taskNo: petition.task.no, text: required(input.text, '/text') },
    };
  },
  extend: extended,
  'request-extension': requestedExtension,
  commit: committedTo,
  assign: assignedTo,
  direct: directed,
  'refer-up': (petition, input, context) =>
    mayReferUp(petition, MAX_TRANSFER_WEIGHT)
      ? referredUp(petition, input, context)
      : fail('/decision', 'transfers-left'),
  transfer: transferred,
  'beyond-competence': beyondCompetence,
  ask: asked,
  'request-support': supportRequested,
  'end-support': supportEndedByLead,
  'allow-support-extension': supportExtensionAllowed,
  'refuse-support-extension': supportExtensionRefused,
  'propose-visit': visitProposed,
  resolve: resolved,
  reject: rejected,
  guide: guided,
  forward: forwarded,
  reclassify: reclassified,
  'link-duplicate': duplicateLinked,
  'unlink-duplicate': duplicateUnlinked,
};

/**
 * The event that an official's decision makes. The caller has checked that the task is open, held by the link's agency
 * and that the transition is allowed.
 * @throws ValidationError with JSON pointers when a field that the decision needs is missing or not acceptable.
 */
export const decide = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  if (isFinal(input.decision) && input.declaredBy === null) fail('/actorName', 'required');
  if (input.documentNo !== null && !isDocumentNo(input.documentNo)) fail('/documentNo', 'document-no');
  return RULES[input.decision](petition, input, context);
};
