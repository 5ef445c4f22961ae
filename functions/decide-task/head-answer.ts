import * as z from 'zod';
import { HEAD_ANSWERS, type HeadAnswer } from '../../core/petition/approval.js';
import type { Link } from '../../core/ports/links.js';
import { answerProposal, type AnswerProposalDeps } from '../../core/use-cases/answer-proposal.js';
import type { FormOutcome } from '../../core/use-cases/record-form.js';
import { viewProposal } from '../../core/use-cases/view-proposal.js';
import { viewExtension } from '../../core/use-cases/view-extension.js';
import type { ViewTaskDeps } from '../../core/use-cases/view-task.js';
import { renderHeadAnsweredPage, renderProposalPage } from '../../web/server/proposal-page.js';
import { proposalPageViewOf } from '../../web/server/proposal-view-of.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { FORM_LIMITS } from '../../web/server/task-form.js';
import { movedPageViewOf } from '../../web/server/view-of.js';
import { TaskClosedError } from '../../core/errors.js';
import { parseInput } from '../middleware/input.js';
import { photoPath } from '../middleware/link-path.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { lineText, longText } from '../middleware/text-fields.js';
import { typedIn, type PostedForm } from './read-form.js';
import { refusalOf, STALE, type Refusal } from './refuse.js';

const orNull = (text: z.ZodString) =>
  text.nullish().transform((value) => (value == null || value === '' ? null : value));

const isAnswer = (value: unknown): value is HeadAnswer =>
  (HEAD_ANSWERS as readonly unknown[]).includes(value);

/** Fields of the head's page (web/server/proposal-page.ts). */
const HeadFieldsSchema = z.strictObject({
  nonce: lineText(1, 80),
  decision: z.custom<HeadAnswer>(isAnswer, { params: { code: 'no-decision' } }),
  text: orNull(longText(0, FORM_LIMITS.text)),
  actorName: orNull(lineText(0, FORM_LIMITS.actorName)),
  actorPosition: orNull(lineText(0, FORM_LIMITS.actorPosition)),
});

type HeadDeps = AnswerProposalDeps & ViewTaskDeps & { observability: Observability };

/** A form that was posted through a link. */
interface Posted {
  linkId: string;
  link: Link;
  posted: PostedForm;
}

type Recorded = Extract<FormOutcome, { kind: 'recorded' | 'repeated' }>;

const recorded = (deps: HeadDeps, { petition, seq, kind }: Recorded, answer: HeadAnswer): HttpResult => {
  if (kind === 'recorded') count(deps.observability, METRIC.decisionRecorded);
  deps.observability.logger.info('Draft answered', { petitionId: petition.id, seq, decision: answer, kind });
  return html(200, renderHeadAnsweredPage({ code: petition.code, answer, isRepeated: kind === 'repeated' }));
};

/** The draft again with what is wrong, or who holds or has answered the petition where the draft is over. */
const showAgain = async (
  deps: HeadDeps,
  { linkId, link, posted }: Posted,
  refusal: Refusal,
): Promise<HttpResult> => {
  const typed = typedIn(posted);
  const live = await viewProposal(deps, link);
  if (live !== null) {
    const fileHref = (position: number) => photoPath(linkId, position);
    const view = proposalPageViewOf(live, { fileHref, posted: { typed, errors: refusal.errors } });
    return html(refusal.status, renderProposalPage(view));
  }
  const over = await viewExtension(deps, linkId);
  if (over?.kind !== 'dead') throw new TaskClosedError();
  count(deps.observability, METRIC.decisionTooLate);
  return html(409, renderMovedPage(movedPageViewOf(over, { typedText: typed['text'] ?? null })));
};

/** Does a form posted through a link that answers one thing speak as a head? */
export const isHeadAnswer = ({ fields }: PostedForm): boolean => isAnswer(fields['decision']);

/** Records what a head says to a draft through the link bound to it; the same form again gives the same receipt. */
export const answerDraft = async (deps: HeadDeps, form: Posted): Promise<HttpResult> => {
  try {
    const { decision: answer, ...fields } = parseInput(HeadFieldsSchema, form.posted.fields);
    const outcome = await answerProposal(deps, form.linkId, { ...fields, answer });
    return outcome.kind === 'mismatch' ? await showAgain(deps, form, STALE) : recorded(deps, outcome, answer);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return showAgain(deps, form, refusal);
  }
};
