import * as z from 'zod';
import { answerExtension, type AnswerExtensionDeps } from '../../core/use-cases/answer-extension.js';
import type { FormOutcome } from '../../core/use-cases/record-form.js';
import type { SuperiorAnswer } from '../../core/petition/transitions.js';
import { viewExtension } from '../../core/use-cases/view-extension.js';
import type { ViewTaskDeps } from '../../core/use-cases/view-task.js';
import {
  renderAnsweredPage,
  renderExtensionPage,
  SUPERIOR_ANSWERS,
} from '../../web/server/extension-page.js';
import { extensionPageViewOf } from '../../web/server/extension-view-of.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { FORM_LIMITS } from '../../web/server/task-form.js';
import { movedPageViewOf } from '../../web/server/view-of.js';
import { parseInput } from '../middleware/input.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { lineText, longText } from '../middleware/text-fields.js';
import { typedIn, type PostedForm } from './read-form.js';
import { refusalOf, STALE, type Refusal } from './refuse.js';

const orNull = (text: z.ZodString) =>
  text.nullish().transform((value) => (value == null || value === '' ? null : value));

const isAnswer = (value: unknown): value is SuperiorAnswer =>
  (SUPERIOR_ANSWERS as readonly unknown[]).includes(value);

/** Fields of the superior's page (web/server/extension-page.ts). */
const AnswerFieldsSchema = z.strictObject({
  nonce: lineText(1, 80),
  decision: z.custom<SuperiorAnswer>(isAnswer, { params: { code: 'no-decision' } }),
  text: orNull(longText(0, FORM_LIMITS.text)),
  actorName: orNull(lineText(0, FORM_LIMITS.actorName)),
  actorPosition: orNull(lineText(0, FORM_LIMITS.actorPosition)),
});

type AnswerDeps = AnswerExtensionDeps & ViewTaskDeps & { observability: Observability };
type Recorded = Extract<FormOutcome, { kind: 'recorded' | 'repeated' }>;

const recorded = (
  deps: AnswerDeps,
  { petition, seq, kind }: Recorded,
  decision: SuperiorAnswer,
): HttpResult => {
  if (kind === 'recorded') count(deps.observability, METRIC.decisionRecorded);
  deps.observability.logger.info('Request answered', { petitionId: petition.id, seq, decision, kind });
  const holderName = petition.task?.holder.name ?? null;
  const { code } = petition;
  return html(
    200,
    renderAnsweredPage({ code, holderName, answer: decision, isRepeated: kind === 'repeated' }),
  );
};

const showAgain = async (
  deps: AnswerDeps,
  linkId: string,
  { posted, refusal }: { posted: PostedForm; refusal: Refusal },
): Promise<HttpResult> => {
  const typed = typedIn(posted);
  const asked = await viewExtension(deps, linkId);
  if (asked?.kind === 'request') {
    const view = extensionPageViewOf(asked, { typed, errors: refusal.errors });
    return html(refusal.status, renderExtensionPage(view));
  }
  if (asked === null) throw new TypeError('the link of a holder');
  count(deps.observability, METRIC.decisionTooLate);
  return html(409, renderMovedPage(movedPageViewOf(asked, { typedText: typed['text'] ?? null })));
};

/** Records what a superior answers through the link of a request; the same form again gives the same receipt. */
export const answerRequest = async (
  deps: AnswerDeps,
  linkId: string,
  posted: PostedForm,
): Promise<HttpResult> => {
  try {
    const { decision, ...fields } = parseInput(AnswerFieldsSchema, posted.fields);
    const outcome = await answerExtension(deps, linkId, { ...fields, answer: decision });
    return outcome.kind === 'mismatch'
      ? await showAgain(deps, linkId, { posted, refusal: STALE })
      : recorded(deps, outcome, decision);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return showAgain(deps, linkId, { posted, refusal });
  }
};
