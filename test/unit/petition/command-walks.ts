import { fc } from '@fast-check/vitest';
import { DomainError } from '../../../core/errors.js';
import type { Happening, PetitionEvent } from '../../../core/events.js';
import { HEAD_ANSWERS, isFinalHappening, orProposed } from '../../../core/petition/approval.js';
import { APPROVAL_WAYS, type ApprovalWay } from '../../../core/petition/approval-way.js';
import { FINAL_DECISIONS } from '../../../core/petition/final-decision.js';
import { decide } from '../../../core/petition/decisions.js';
import { answeredRequest } from '../../../core/petition/extension-request.js';
import { applyEvent } from '../../../core/petition/fold.js';
import { nextStep } from '../../../core/petition/next-step.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { RuleContext } from '../../../core/petition/rule-context.js';
import type { NewCategory } from '../../../core/petition/reclassify.js';
import { residentEvent, type ResidentAct } from '../../../core/petition/resident-acts.js';
import {
  isAllowed,
  isDecided,
  TRANSITIONS,
  type Command,
  type Decision,
  type SuperiorAnswer,
} from '../../../core/petition/transitions.js';
import { openSupports, supportOf, supportState } from '../../../core/petition/support.js';
import { supportEvents } from '../../../core/petition/support-events.js';
import { decideSupport } from '../../../core/petition/support-acts.js';
import {
  isSupportAllowed,
  SUPPORT_DECISIONS,
  type SupportDecision,
} from '../../../core/petition/support-transitions.js';
import { threadEvent } from '../../../core/petition/thread-step.js';
import { workflowEvent } from '../../../core/petition/workflow-events.js';
import { plusMs, type Instant } from '../../../core/time.js';
import {
  ALL_AGENCIES,
  DISTRICT,
  FACTS,
  NEIGHBOUR,
  SLOW_CATEGORY,
  SLOW_FACTS,
  smallJurisdiction,
  smallTimetable,
  WARD,
} from '../../support/asl/small-registers.js';
import { MAIN_ID } from '../../support/builders/duplicate-happenings.js';
import { nextMatterEnded, splitInTwo } from '../../support/builders/matter-happenings.js';
import {
  aFirstEvent,
  aNextEvent,
  aPetition,
  aText,
  routed,
} from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { input } from './deciding.js';
import { aboutDraft, FIELDS, HEAD, type DraftMove } from './draft-walks.js';

export const TIMETABLE = smallTimetable('thuong');
/** Districts end in the middle of it all. */
export const JURISDICTION = smallJurisdiction(vn('2025-03-20', '00:00'));
const FIRST_DAY = vn('2025-01-02', '09:00');
export const HOUR_MS = 3_600_000;

type Move =
  | {
      by: 'holder';
      decision: Decision;
      agency: string;
      until: string;
      contact: string;
      needsApproval: ApprovalWay | null;
    }
  | DraftMove
  | { by: 'superior'; answer: SuperiorAnswer }
  | { by: 'resident'; act: ResidentAct }
  | { by: 'workflow' | 'desk' }
  /** An agency that was asked, or the workflow of its thread: the first, second … support task. */
  | { by: 'supporter'; no: number; decision: SupportDecision; agency: string; until: string }
  | { by: 'support-workflow'; no: number };

const acts: ResidentAct[] = [
  { kind: 'answer', text: aText() },
  { kind: 'feedback', satisfied: true, rating: null, text: null },
  { kind: 'feedback', satisfied: false, rating: 1, text: aText() },
  { kind: 'withdraw', text: null },
];
const decisions = (Object.keys(TRANSITIONS) as Command[]).filter((command): command is Decision =>
  (TRANSITIONS[command].by as readonly string[]).includes('holder'),
);
const moves: fc.Arbitrary<{ move: Move; hours: number }> = fc.record({
  hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 100, max: 400 })),
  move: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Move>({ by: 'workflow' }) },
    {
      weight: 5,
      arbitrary: fc
        .record({
          decision: fc.constantFrom(...decisions),
          agency: fc.constantFrom(NEIGHBOUR.id, WARD.id, DISTRICT.id),
          contact: fc.constantFrom('main', 'office-1', 'colleague-2'),
          needsApproval: fc.constantFrom(null, ...APPROVAL_WAYS),
          until: fc.constantFrom('2025-03-12', '2025-03-19', '2025-03-28', '2025-04-14'),
        })
        .map((said): Move => ({ by: 'holder', ...said })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom<SuperiorAnswer>('approve-extension', 'refuse-extension')
        .map((answer): Move => ({ by: 'superior', answer })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...HEAD_ANSWERS).map((answer): Move => ({ by: 'head', answer })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('right', 'wrong', 'wrong', 'another')
        .map((act): Move => ({ by: 'coder', act })),
    },
    // Withdrawals end everything: most walks are to get further.
    {
      weight: 5,
      arbitrary: fc.constantFrom(...acts.slice(0, 3)).map((act): Move => ({ by: 'resident', act })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...acts).map((act): Move => ({ by: 'resident', act })) },
    { weight: 1, arbitrary: fc.constant<Move>({ by: 'desk' }) },
    {
      weight: 4,
      arbitrary: fc
        .record({
          no: fc.integer({ min: 1, max: 3 }),
          decision: fc.constantFrom(...SUPPORT_DECISIONS),
          agency: fc.constantFrom(...ALL_AGENCIES.map(({ id }) => id)),
          until: fc.constantFrom('2025-01-10', '2025-03-12', '2025-03-28'),
        })
        .map((chosen): Move => ({ by: 'supporter', ...chosen })),
    },
    {
      weight: 4,
      arbitrary: fc.integer({ min: 1, max: 4 }).map((no): Move => ({ by: 'support-workflow', no })),
    },
  ),
});

export const timetableFor = ({ serviceClass }: Petition) =>
  smallTimetable(serviceClass === 'phuc-tap' ? 'phuc-tap' : 'thuong');

/** What a holder links to; in these walks nothing ever happens to it. */
const MAIN = { ...aPetition({}, routed()), id: MAIN_ID };

/** To and fro between two categories with other leads and other terms. */
const otherCategory = ({ category }: Petition): NewCategory =>
  category === SLOW_CATEGORY
    ? { category: FACTS, timetable: smallTimetable('thuong') }
    : { category: SLOW_FACTS, timetable: smallTimetable('phuc-tap') };

/** What comes from elsewhere: an answer is delivered, a matter ends. */
const delivered = (petition: Petition, now: Instant): Happening | null =>
  isDecided(petition.status) && petition.delivered === null
    ? { type: 'AnswerDelivered', data: { by: 'phone', feedbackUntil: TIMETABLE.feedback(now) } }
    : nextMatterEnded(petition);

const decided = (
  petition: Petition,
  { by: _by, ...said }: Extract<Move, { by: 'holder' }>,
  now: Instant,
): Happening | null => {
  const { task } = petition;
  const { decision } = said;
  if (task === null || !isAllowed(decision, petition.status, 'holder')) return null;
  // Its matters are petitions of their own; here only what the submission itself goes through.
  if (decision === 'split') return openSupports(petition).length > 0 ? null : splitInTwo();
  const context = {
    ...{ jurisdiction: JURISDICTION, timetable: timetableFor(petition), now },
    ...({ evidenceRule: 'none', newCategory: otherCategory(petition) } as const),
    ...{ linkTo: MAIN, assignee: { id: said.contact, addressSince: FIRST_DAY } },
  };
  const { needsApproval, ...fields } = { ...said, decision };
  const [held, asked] = [{ ...petition, task }, input({ ...FIELDS, ...fields })];
  const happening = decide(held, asked, context);
  const facts = {
    needed: Object.fromEntries(
      needsApproval === null ? [] : FINAL_DECISIONS.map((each) => [each, needsApproval]),
    ),
    head: HEAD,
    isHead: false,
  };
  const codeUntil = context.timetable.answerCode(now);
  return isFinalHappening(happening)
    ? orProposed(held, { happening, input: asked, codeUntil }, facts)
    : happening;
};

const answeredBySuperior = (petition: Petition, answer: SuperiorAnswer, now: Instant): Happening | null => {
  const { task } = petition;
  if (task === null) return null;
  return answeredRequest({ ...petition, task }, { answer, text: aText(), declaredBy: aText() }, now);
};

const bySupporter = (
  petition: Petition,
  move: Extract<Move, { by: 'supporter' }>,
  context: RuleContext,
): Happening | null => {
  const support = supportOf(petition, `support-${move.no}`);
  if (support === undefined || !isSupportAllowed(move.decision, supportState(support), 'supporter'))
    return null;
  const said = { text: aText(), declaredBy: aText(), documentNo: null, evidence: [] };
  return decideSupport({ petition, support }, { ...move, ...said }, context);
};

const ofSupport = (
  petition: Petition,
  move: Extract<Move, { no: number }>,
  context: RuleContext,
): Happening | null =>
  move.by === 'supporter'
    ? bySupporter(petition, move, context)
    : threadEvent(petition, `support-${move.no}`, context);

/** What the move makes; null when it is refused or owes nothing. */
export const happeningOf = (petition: Petition, move: Move, now: Instant): Happening | null => {
  const context = { jurisdiction: JURISDICTION, timetable: timetableFor(petition), now };
  try {
    if (move.by === 'holder') return decided(petition, move, now);
    if (move.by === 'head' || move.by === 'coder') return aboutDraft(petition, move, context);
    if (move.by === 'superior') return answeredBySuperior(petition, move.answer, now);
    if (move.by === 'workflow') return workflowEvent(petition, nextStep(petition, context), context);
    if ('no' in move) return ofSupport(petition, move, context);
    if (move.by === 'resident') return residentEvent(petition, move.act, context);
    return delivered(petition, now);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
};

export const walk = (steps: readonly { move: Move; hours: number }[]) => {
  const { at } = aFirstEvent();
  const promised = { firstNoticeBy: TIMETABLE.firstNotice(at), resolveBy: TIMETABLE.resolve(at) };
  const first = aFirstEvent({ data: { promised } });
  const events: PetitionEvent[] = [first];
  const records: Petition[] = [applyEvent(null, first)];
  let now = at;
  for (const { move, hours } of steps) {
    now = plusMs(now, hours * HOUR_MS);
    const petition = records.at(-1)!;
    const happening = happeningOf(petition, move, now);
    if (happening === null) continue;
    const event = aNextEvent(petition, happening, { at: now });
    events.push(event);
    records.push(applyEvent(petition, event));
  }
  return { events, records };
};

/** Events that leave the state of the petition as it is. */
export const OF_SUPPORTS: readonly string[] = Object.keys(supportEvents);

export const walks = fc.array(moves, { minLength: 5, maxLength: 30 });

/** The pairs of a record and the one after it. */
export const pairs = (records: readonly Petition[]): [Petition, Petition][] =>
  records.slice(1).map((after, i) => [records[i]!, after]);
