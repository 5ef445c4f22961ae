import type { Happening } from '../../../core/events.js';
import { codeFailed, codeRequested, openCoded, requireUsable } from '../../../core/petition/answer-code.js';
import {
  approvedAs,
  isFinalHappening,
  openProposal,
  type HeadAnswer,
} from '../../../core/petition/approval.js';
import type { DecisionInput, Held } from '../../../core/petition/decision-input.js';
import { decide } from '../../../core/petition/decisions.js';
import type { Approval } from '../../../core/petition/inside-agency-schemas.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { RuleContext } from '../../../core/petition/rule-context.js';
import { CITY, NEIGHBOUR } from '../../support/asl/small-registers.js';
import { aText } from '../../support/builders/petition-builder.js';
import { vn } from '../../support/instants.js';
import { input } from './deciding.js';

/** What happens to a draft in a walk. */
export type DraftMove =
  | { by: 'head'; answer: HeadAnswer }
  /** What an official does with the code of a draft. */
  | { by: 'coder'; act: 'right' | 'wrong' | 'another' };

export const HEAD = { id: 'head', addressSince: vn('2025-01-02', '09:00') };

/** What every decision of a walk says. */
export const FIELDS: Partial<DecisionInput> = {
  ground: 'already-settled',
  track: 'khieu-nai',
  body: aText('c'.repeat(64)),
  supportOpenReason: aText('d'.repeat(64)),
  supports: [CITY.id, NEIGHBOUR.id],
  thread: 'support-1',
  visit: { day: '2025-03-18', time: '08:30', place: aText('e'.repeat(64)) },
};

/** The draft as it leaves: the walk has no history at hand, so that every draft is the same. */
const approvedDraft = (held: Held, approval: Approval, context: RuleContext): Happening | null => {
  const decision = held.task.proposal?.decision ?? 'reject';
  const happening = decide(held, input({ ...FIELDS, decision }), {
    ...{ ...context, evidenceRule: 'none', newCategory: null, assignee: null, linkTo: null },
  });
  return isFinalHappening(happening) ? approvedAs(happening, approval) : null;
};

const coded = (
  petition: Petition,
  act: Extract<DraftMove, { by: 'coder' }>['act'],
  context: RuleContext,
): Happening | null => {
  const { task } = petition;
  if (task?.proposal?.code == null) return null;
  const held = { ...petition, task };
  const ref = { proposalSeq: task.proposal.seq, codeNo: task.proposal.code.no };
  const proposal = openCoded(held, ref);
  if (act === 'another')
    return codeRequested(held, proposal, { head: HEAD, until: context.timetable.answerCode(context.now) });
  requireUsable(proposal.code, context.now);
  if (act === 'wrong') return codeFailed(held, proposal);
  const of = { ...ref, proposedBy: proposal.by, contactId: 'head' };
  return approvedDraft(held, { by: 'code', ...of }, context);
};

/** What the head says to the draft. */
const answeredByHead = (petition: Petition, answer: HeadAnswer, context: RuleContext): Happening | null => {
  const { task } = petition;
  if (task?.proposal == null) return null;
  const held = { ...petition, task };
  const { seq, by, code } = openProposal(held, task.proposal.seq);
  if (answer === 'return-answer')
    return {
      type: 'AnswerReturned',
      data: { taskNo: task.no, proposalSeq: seq, text: aText(), declaredBy: aText() },
    };
  return code === null
    ? approvedDraft(held, { by: 'head', proposalSeq: seq, proposedBy: by, declaredBy: aText() }, context)
    : null;
};

/** What a head or an official with its code makes of the draft; null where there is none for them. */
export const aboutDraft = (petition: Petition, move: DraftMove, context: RuleContext): Happening | null =>
  move.by === 'head' ? answeredByHead(petition, move.answer, context) : coded(petition, move.act, context);
