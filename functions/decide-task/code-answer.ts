import * as z from 'zod';
import { MAX_TRIES_PER_CODE } from '../../core/petition/code-state.js';
import { decisionOfAnswer } from '../../core/petition/approval.js';
import type { FinalDecision } from '../../core/petition/final-decision.js';
import {
  CODE_ACTS,
  enterCode,
  type CodeAct,
  type CodeForm,
  type EnterCodeDeps,
} from '../../core/use-cases/enter-code.js';
import type { FormOutcome } from '../../core/use-cases/record-form.js';
import type { ViewTaskDeps } from '../../core/use-cases/view-task.js';
import { CODE_LIMIT, renderCodeRequestedPage } from '../../web/server/code-form.js';
import { fieldErrors } from '../../web/server/view-of.js';
import { parseInput } from '../middleware/input.js';
import { linkPath } from '../middleware/link-path.js';
import type { Observability } from '../middleware/observability.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { lineText } from '../middleware/text-fields.js';
import type { PostedForm } from './read-form.js';
import { refusalOf, showAgain, STALE, type Refusal } from './refuse.js';

const isCodeAct = (value: unknown): value is CodeAct => (CODE_ACTS as readonly unknown[]).includes(value);

/** Fields of the forms about a code (web/server/code-form.ts). */
const CodeFieldsSchema = z
  .strictObject({
    nonce: lineText(1, 80),
    decision: z.custom<CodeAct>(isCodeAct),
    /** Draft and code that the page was made for. */
    draft: z.string().regex(/^\d{1,6}\.\d{1,2}$/),
    code: lineText(0, CODE_LIMIT).optional(),
  })
  .transform(({ nonce, decision: act, draft, code }): CodeForm => {
    const [proposalSeq = 0, codeNo = 0] = draft.split('.').map(Number);
    return {
      nonce,
      act,
      ref: { proposalSeq, codeNo },
      code: code === undefined || code === '' ? null : code,
    };
  });

type CodeDeps = EnterCodeDeps & ViewTaskDeps & { observability: Observability };
type Recorded = Extract<FormOutcome, { kind: 'recorded' | 'repeated' }>;

interface Asked {
  linkId: string;
  posted: PostedForm;
  /** The page after an answer has left. */
  receipt: (outcome: Recorded, decision: FinalDecision) => Promise<HttpResult>;
}

/** The task's page once more; what was typed as a code is not given back. */
const again = (deps: CodeDeps, { linkId, posted }: Asked, refusal: Refusal): Promise<HttpResult> =>
  showAgain(deps, { linkId, posted: { ...posted, fields: {} }, refusal });

const wrong = (tryNo: number): Refusal => {
  const left = MAX_TRIES_PER_CODE - tryNo;
  return { status: 422, errors: fieldErrors([{ pointer: '/code', code: 'wrong-code', params: { left } }]) };
};

/** What has become of it: read from the event, so that a repeated form gets the same answer. */
const told = async (deps: CodeDeps, asked: Asked, outcome: Recorded): Promise<HttpResult> => {
  const { petition, seq, kind } = outcome;
  const event = (await deps.store.history(petition.id)).find((each) => each.seq === seq);
  if (event === undefined) throw new TypeError('a form without its event');
  deps.observability.logger.info('Code handled', { petitionId: petition.id, seq, type: event.type, kind });
  if (event.type === 'AnswerCodeFailed') return again(deps, asked, wrong(event.data.tryNo));
  if (event.type === 'AnswerCodeRequested')
    return html(
      200,
      renderCodeRequestedPage({
        ...{ code: petition.code, until: event.data.until, isRepeated: kind === 'repeated' },
        taskPath: linkPath(asked.linkId),
      }),
    );
  const decision = decisionOfAnswer(event.type);
  if (decision === null) throw new TypeError('a code that led to no answer');
  return asked.receipt(outcome, decision);
};

/** Is a form posted through a holder's link about the code of a draft? */
export const isAboutCode = ({ fields }: PostedForm): boolean => isCodeAct(fields['decision']);

/** Takes a code that was typed, or the wish for another one; the same form again gives the same answer and counts once. */
export const answerByCode = async (deps: CodeDeps, asked: Asked): Promise<HttpResult> => {
  try {
    const outcome = await enterCode(deps, asked.linkId, parseInput(CodeFieldsSchema, asked.posted.fields));
    return outcome.kind === 'mismatch' ? await again(deps, asked, STALE) : await told(deps, asked, outcome);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return again(deps, asked, refusal);
  }
};
