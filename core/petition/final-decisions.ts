import { GUIDED_TRACKS, REFUSAL_GROUNDS, type Happening } from '../events.js';
import { openSupports } from './support.js';
import { isAnonymous } from './anonymous.js';
import { fail, required, type DecisionContext, type DecisionInput, type Held } from './decision-input.js';

/** Whoever answers before the supporters have says why; what was asked of them ends with the answer. */
const openSupportsOf = (petition: Held, input: DecisionInput) => {
  const threads = openSupports(petition).map(({ thread }) => thread);
  if (threads.length === 0) return {};
  return { openSupports: { threads, reason: required(input.supportOpenReason, '/supportOpenReason') } };
};

/** What every final answer carries: its text, who declares it, the number of a document signed apart from it. */
const answerOf = (petition: Held, input: DecisionInput, { timetable, now }: DecisionContext) => ({
  taskNo: petition.task.no,
  text: required(input.text, '/text'),
  declaredBy: required(input.declaredBy, '/actorName'),
  documentNo: input.documentNo,
  ...openSupportsOf(petition, input),
  ...(input.signedFile !== null && { signedFile: input.signedFile }),
  ...(isAnonymous(petition.submitterKind) && { feedbackUntil: timetable.feedback(now) }),
});

export const resolved = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  if (context.evidenceRule !== 'none' && input.evidence.length === 0 && input.noEvidenceReason === null)
    fail('/noEvidenceReason', 'evidence-or-reason');
  return {
    type: 'PetitionResolved',
    data: {
      ...answerOf(petition, input, context),
      evidence: input.evidence,
      noEvidenceReason: input.noEvidenceReason,
    },
  };
};

export const rejected = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const ground = REFUSAL_GROUNDS.find((known) => known === input.ground) ?? fail('/ground', 'legal-ground');
  return { type: 'PetitionRejected', data: { ...answerOf(petition, input, context), ground } };
};

/** It is no petition: the resident is told the track of the law that it belongs to. */
export const guided = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => {
  const track = GUIDED_TRACKS.find((known) => known === input.track) ?? fail('/track', 'statutory-track');
  return { type: 'PetitionGuided', data: { ...answerOf(petition, input, context), track } };
};

/** It belongs to a body that the registry does not know, and was sent there. */
export const forwarded = (petition: Held, input: DecisionInput, context: DecisionContext): Happening => ({
  type: 'PetitionForwarded',
  data: { ...answerOf(petition, input, context), body: required(input.body, '/body') },
});
