import { IllegalTransitionError, ValidationError } from '../errors.js';
import type { TextRef } from '../event-parts.js';
import type { Happening } from '../events.js';
import { freshAssignment } from './assign.js';
import type { Routed } from './jurisdiction.js';
import { termsAfterPause } from './pause.js';
import { isLate, type Petition, type Task } from './petition.js';
import type { RuleContext } from './rule-context.js';
import { isAllowed, type Command } from './transitions.js';

/** What a resident may say of a petition, its texts already digested. */
export type ResidentAct =
  /** An answer to the unit's question, or something to add. */
  | { kind: 'answer'; text: TextRef }
  | { kind: 'feedback'; satisfied: boolean; rating: number | null; text: TextRef | null }
  | { kind: 'withdraw'; text: TextRef | null };

/** Longest text of a resident's word, in characters. */
export const MAX_WORD_TEXT = 4_000;
/** What a resident may add without being asked: enough for anybody, and a bound. */
export const MAX_SUPPLEMENTS = 10;
/** The unit that answered looks at the matter once more; after that the next authority does. */
const MAX_REOPENINGS = 1;
const MAX_APPEALS = 1;

const check = (command: Command, { status }: Petition): void => {
  if (!isAllowed(command, status, 'resident')) throw new IllegalTransitionError(command, status);
};

const taskOf = (petition: Petition): Petition & { task: Task } => {
  const { task } = petition;
  if (task === null) throw new Error('an open petition without a task');
  return { ...petition, task };
};

const answered = (petition: Petition, text: TextRef, context: RuleContext): Happening => {
  if (petition.status !== 'WAITING_RESIDENT') {
    check('supplement', petition);
    if (petition.supplements >= MAX_SUPPLEMENTS)
      throw new ValidationError([
        { pointer: '/text', code: 'supplements-used-up', params: { max: MAX_SUPPLEMENTS } },
      ]);
    return { type: 'ResidentSupplemented', data: { taskNo: taskOf(petition).task.no, text } };
  }
  const held = taskOf(petition);
  return {
    type: 'ResidentAnswered',
    data: { taskNo: held.task.no, text, ...termsAfterPause(held, context) },
  };
};

/** A new look has the whole term of its class for a promise, unless the answer before it came late: that stays so. */
const promisedAnew = (petition: Petition, { timetable, now }: RuleContext): Petition['promised'] =>
  isLate(petition, now) ? petition.promised : { ...petition.promised, resolveBy: timetable.resolve(now) };

const again = (petition: Petition, routed: Routed, context: RuleContext) => ({
  assignment: freshAssignment(routed, context.timetable, context.now),
  promised: promisedAnew(petition, context),
});

/** Whoever answered, as what it answered; whoever has followed it, if it is gone meanwhile. */
const whoAnswered = (petition: Petition, { jurisdiction, now }: RuleContext): Routed => {
  const { holder, isTriage, isLastOwner } = taskOf(petition).task;
  const same = jurisdiction.named(petition, holder.id, now);
  return same === null
    ? jurisdiction.successor(petition, { holder, ruleId: null }, now)
    : { ...same, isTriage, isLastOwner: same.isLastOwner || isLastOwner };
};

/**
 * Not satisfied: the unit that answered looks once more, then the next authority decides. Where nobody is left above, the
 * word is recorded and the petition ends.
 */
const dissatisfied = (
  petition: Petition,
  said: { rating: number | null; text: TextRef },
  context: RuleContext,
): Happening => {
  const same = whoAnswered(petition, context);
  if (petition.reopenings < MAX_REOPENINGS)
    return { type: 'PetitionReopened', data: { ...said, ...again(petition, same, context) } };
  const above = context.jurisdiction.next(petition, same.holder, { at: context.now, why: 'late' });
  if (petition.appeals < MAX_APPEALS && above.holder.id !== same.holder.id)
    return { type: 'PetitionAppealed', data: { ...said, ...again(petition, above, context) } };
  return { type: 'FeedbackGiven', data: { satisfied: false, ...said } };
};

const feedback = (
  petition: Petition,
  { satisfied, rating, text }: Extract<ResidentAct, { kind: 'feedback' }>,
  context: RuleContext,
): Happening => {
  check('give-feedback', petition);
  if (petition.feedback !== null) throw new IllegalTransitionError('give-feedback', petition.status);
  if (satisfied) return { type: 'FeedbackGiven', data: { satisfied, rating, text } };
  if (text === null) throw new ValidationError([{ pointer: '/text', code: 'required' }]);
  return dissatisfied(petition, { rating, text }, context);
};

/**
 * The event that a resident's word makes.
 * @throws IllegalTransitionError when the petition's state does not await it, ValidationError with JSON pointers.
 */
export const residentEvent = (petition: Petition, act: ResidentAct, context: RuleContext): Happening => {
  switch (act.kind) {
    case 'answer':
      return answered(petition, act.text, context);
    case 'feedback':
      return feedback(petition, act, context);
    case 'withdraw':
      check('withdraw', petition);
      return { type: 'PetitionWithdrawn', data: { text: act.text } };
  }
};
