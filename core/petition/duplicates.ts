import type { Happening, PetitionEvent } from '../events.js';
import type { Instant } from '../time.js';
import { isAnonymous } from './anonymous.js';
import { continuedAssignment, freshAssignment } from './assign.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';
import type { Routed } from './jurisdiction.js';
import type { NextStep } from './next-step.js';
import type { EventOf, Petition, Task } from './petition.js';
import type { RuleContext, StepContext } from './rule-context.js';
import { openSupports } from './support.js';
import { isTenured, tenureOf } from './tenure.js';
import { isEnded } from './transitions.js';

/** As many petitions may follow one: what a storm brings in a ward, and a bound for whoever wakes them. */
export const MAX_DUPLICATES = 100;

type Answer = Extract<
  Happening,
  { type: 'PetitionResolved' | 'PetitionRejected' | 'PetitionGuided' | 'PetitionForwarded' }
>;

/**
 * Why a petition cannot follow another one; null when it can. One that is about the holder's own officials is not named
 * to it: to the holder there is no such code.
 */
const obstacleTo = (petition: Held, main: Petition): string | null => {
  if (main.against !== null && main.against === petition.task.holder.id) return 'unknown-code';
  if (main.id === petition.id) return 'same-petition';
  if (main.provinceId !== petition.provinceId) return 'other-province';
  if (main.lane !== petition.lane) return 'other-lane';
  // What is about an agency's officials must not be answered by that agency.
  if (petition.against !== null && main.against !== petition.against) return 'not-against-same';
  if (main.matters.length > 0) return 'main-split';
  return isEnded(main.status) ? 'main-ended' : null;
};

/** The holder says that the matter was handed in before. Whoever looked so closely has taken the task. */
export const duplicateLinked = (
  petition: Held,
  input: DecisionInput,
  { linkTo }: DecisionContext,
): Happening => {
  const main = linkTo ?? fail('/duplicateOf', input.duplicateOf === null ? 'required' : 'unknown-code');
  const obstacle = obstacleTo(petition, main);
  if (obstacle !== null) fail('/duplicateOf', obstacle);
  if (openSupports(petition).length > 0) fail('/decision', 'supports-open');
  return {
    type: 'DuplicateLinked',
    data: {
      taskNo: petition.task.no,
      text: required(input.text, '/text'),
      mainId: main.id,
      mainCode: main.code,
      mainCategory: main.category,
    },
  };
};

/** The link was a mistake: the task goes on, with the terms that it had. */
export const duplicateUnlinked = (petition: Held, input: DecisionInput): Happening => ({
  type: 'DuplicateUnlinked',
  data: {
    taskNo: petition.task.no,
    because: 'holder',
    text: required(input.text, '/text'),
    assignment: null,
  },
});

/** What has become of the main petition, as far as it concerns those that follow it. */
type MainFate = { kind: 'open' } | { kind: 'answered' } | { kind: 'gone'; because: GoneBecause };
type GoneBecause = 'main-withdrawn' | 'main-reclassified' | 'main-split';

/** An answer counts, also one that has closed the petition since; what a resident took back concerns nobody else. */
const fateOf = (petition: Petition, main: Petition): MainFate => {
  if (main.outcome !== null) return { kind: 'answered' };
  // Whether it was about one of the matters or about several, its holder has to say anew.
  if (main.matters.length > 0) return { kind: 'gone', because: 'main-split' };
  if (isEnded(main.status)) return { kind: 'gone', because: 'main-withdrawn' };
  return main.category === petition.duplicateOf?.category
    ? { kind: 'open' }
    : { kind: 'gone', because: 'main-reclassified' };
};

/**
 * A duplicate waits for its main petition, whose clock runs for both. Each change of the main one wakes it; should that
 * be lost, it looks by itself each working day. `main` is missing where only its own record is at hand: then it waits.
 */
export const stepOfLinked = (
  petition: Petition,
  { main, timetable, now }: StepContext,
  tenureEnd: Instant | null,
): NextStep => {
  if (main != null && fateOf(petition, main).kind !== 'open') return { next: 'Follow' };
  if (tenureEnd !== null && tenureEnd <= now) return { next: 'Reassign' };
  const look = timetable.nextOverdueReminder(now, now);
  return { next: 'AwaitDecision', wakeAt: tenureEnd !== null && tenureEnd < look ? tenureEnd : look };
};

/** The main petition's answer as a duplicate gets it: its texts are sealed anew, so their digests are its own. */
export type CopiedTexts = Record<string, { digest: string }>;

const copiedRef = (texts: CopiedTexts, name: string): { digest: string } => {
  const ref = texts[name];
  if (ref === undefined) throw new Error(`the main petition's answer has no ${name}`);
  return ref;
};

type AnswerEvent = Extract<PetitionEvent, { type: Answer['type'] }>;

const isAnswer = (event: PetitionEvent): event is AnswerEvent =>
  ['PetitionResolved', 'PetitionRejected', 'PetitionGuided', 'PetitionForwarded'].includes(event.type);

/** The answer of the main petition that counts now. @throws Error when its record and its history disagree. */
export const answerOfMain = (main: Petition, history: readonly PetitionEvent[]): AnswerEvent => {
  const event = history.find(({ seq }) => seq === main.outcome?.seq);
  if (event === undefined || !isAnswer(event)) throw new Error('an outcome without its event');
  return event;
};

const copied = (event: AnswerEvent, texts: CopiedTexts) => ({
  text: copiedRef(texts, 'text'),
  declaredBy: copiedRef(texts, 'declaredBy'),
  documentNo: event.data.documentNo,
});

const answeredBy = ({ outcome }: Petition): { id: string; name: string } => {
  if (outcome === null) throw new Error('an answer without its outcome');
  return { id: outcome.agencyId, name: outcome.agencyName };
};

/**
 * The same answer for the duplicate, with a window of its own to say that it is not settled. Who gave it is named; what
 * concerns the main petition alone is not copied: its supporters, its submitter's window, and the signed document, which names
 * the person to whom it was written.
 */
export const followedAnswer = (
  petition: Petition & { task: Task },
  main: Petition,
  answer: { event: AnswerEvent; texts: CopiedTexts; timetable: RuleContext['timetable']; now: Instant },
): Happening => {
  const { event, texts, timetable, now } = answer;
  const common = {
    taskNo: petition.task.no,
    ...copied(event, texts),
    ...(isAnonymous(petition.submitterKind) && { feedbackUntil: timetable.feedback(now) }),
    follows: { petitionId: main.id, seq: event.seq, agency: answeredBy(main) },
  };
  switch (event.type) {
    case 'PetitionResolved':
      return {
        type: event.type,
        data: {
          ...common,
          evidence: event.data.evidence,
          noEvidenceReason: event.data.noEvidenceReason && copiedRef(texts, 'noEvidenceReason'),
        },
      };
    case 'PetitionRejected':
      return { type: event.type, data: { ...common, ground: event.data.ground } };
    case 'PetitionGuided':
      return { type: event.type, data: { ...common, track: event.data.track } };
    case 'PetitionForwarded':
      return { type: event.type, data: { ...common, body: copiedRef(texts, 'body') } };
  }
};

/**
 * The holder as it stands today, by the rule that once chose it; whoever has followed it where its tenure has ended: the
 * agency is gone, or the matter is another one's by now.
 */
const heirOf = (petition: Petition & { task: Task }, { jurisdiction, now }: RuleContext): Routed => {
  const { holder, rule, isTriage, isLastOwner } = petition.task;
  const same = isTenured(petition, { jurisdiction, now })
    ? jurisdiction.named(petition, holder.id, now)
    : null;
  return same === null
    ? jurisdiction.successor(petition, tenureOf(petition, petition.task), now)
    : { ...same, rule, isTriage, isLastOwner: same.isLastOwner || isLastOwner };
};

/**
 * It is on its own again: the same holder gets a new task with the clock of the receipt. A term that ran out while it
 * waited for another's answer starts again, as for a matter that the holder hears of late; for the resident it is late.
 */
export const returned = (
  petition: Petition & { task: Task },
  because: GoneBecause,
  context: RuleContext,
): Happening => {
  const { timetable, now } = context;
  const routed = heirOf(petition, context);
  const due = petition.task.resolveBy;
  const assignment =
    due !== null && due.at <= now
      ? freshAssignment(routed, timetable, now)
      : continuedAssignment(routed, petition, { timetable, from: now });
  return {
    type: 'DuplicateUnlinked',
    data: { taskNo: petition.task.no, because, text: null, assignment },
  };
};

/** Why it stands alone again, or null while it follows. */
export const goneBecause = (petition: Petition, main: Petition): GoneBecause | null => {
  const fate = fateOf(petition, main);
  return fate.kind === 'gone' ? fate.because : null;
};

/** Is the answer of the main petition there? */
export const isMainAnswered = (petition: Petition, main: Petition): boolean =>
  fateOf(petition, main).kind === 'answered';

/** What the record keeps of the link, from the event that made it. */
export const duplicateOfIn = ({ at, seq, data }: EventOf<'DuplicateLinked'>): Petition['duplicateOf'] => ({
  id: data.mainId,
  code: data.mainCode,
  category: data.mainCategory,
  since: at,
  seq,
});
