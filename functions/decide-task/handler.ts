import type { Petition } from '../../core/petition/petition.js';
import { supportOf } from '../../core/petition/support.js';
import type { Link } from '../../core/ports/links.js';
import { decideTask, type DecideDeps } from '../../core/use-cases/decide-task.js';
import type { EnterCodeDeps } from '../../core/use-cases/enter-code.js';
import type { FormOutcome } from '../../core/use-cases/record-form.js';
import { findLink } from '../../core/use-cases/task-link.js';
import { viewProposal } from '../../core/use-cases/view-proposal.js';
import type { ViewTaskDeps } from '../../core/use-cases/view-task.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { renderReceiptPage } from '../../web/server/receipt-page.js';
import { receiptPageViewOf } from '../../web/server/view-of.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { refuseForeignOrigin } from '../middleware/foreign-origin.js';
import { linkIdIn, linkPath } from '../middleware/link-path.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { pageErrors } from '../middleware/page-errors.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { answerByCode, isAboutCode } from './code-answer.js';
import { answerRequest } from './answer-request.js';
import { answerDraft, isHeadAnswer } from './head-answer.js';
import { readForm, toDecisionForm, type PostedForm } from './read-form.js';
import { refusalOf, showAgain, STALE } from './refuse.js';

export type DecideTaskDeps = DecideDeps &
  EnterCodeDeps &
  ViewTaskDeps & { observability: Observability; publicOrigin: string };

type Recorded = Extract<FormOutcome, { kind: 'recorded' | 'repeated' }>;

/** As the agency was called when the task came to it. */
const agencyNameOf = (petition: Petition, { agencyId, thread }: Link): string => {
  const hops = thread === undefined ? petition.hops : (supportOf(petition, thread)?.hops ?? []);
  return hops.find((hop) => hop.to === agencyId)?.toName ?? agencyId;
};

const receipt = async (
  deps: DecideTaskDeps,
  linkId: string,
  { outcome, decision }: { outcome: Recorded; decision: Parameters<typeof receiptPageViewOf>[1]['decision'] },
): Promise<HttpResult> => {
  const { petition, seq, kind } = outcome;
  const [link, history, category, timetable] = await Promise.all([
    findLink(deps.links, linkId),
    deps.store.history(petition.id),
    deps.registers.category(petition.category),
    deps.registers.timetable(petition),
  ]);
  const written = history.find((event) => event.seq === seq);
  const view = receiptPageViewOf(petition, {
    decision,
    at: written?.at ?? petition.head.at,
    ...(written?.type === 'AnswerProposed' && {
      proposedBy: written.data.code === undefined ? 'head-link' : 'one-time-code',
    }),
    agencyName: agencyNameOf(petition, link),
    isRepeated: kind === 'repeated',
    now: deps.clock.now(),
    categoryLabel: category?.label ?? petition.category,
    linkPath: linkPath(linkId),
    timetable,
  });
  if (kind === 'recorded') count(deps.observability, METRIC.decisionRecorded);
  deps.observability.logger.info('Decision recorded', { petitionId: petition.id, seq, decision, kind });
  return html(200, renderReceiptPage(view));
};

const decide = async (deps: DecideTaskDeps, linkId: string, posted: PostedForm): Promise<HttpResult> => {
  try {
    const form = toDecisionForm(posted);
    const outcome = await decideTask(deps, linkId, form);
    return outcome.kind === 'mismatch'
      ? await showAgain(deps, { linkId, posted, refusal: STALE })
      : await receipt(deps, linkId, { outcome, decision: form.decision });
  } catch (error) {
    const refusal = refusalOf(error, posted.fields['decision']);
    if (refusal === null) throw error;
    return showAgain(deps, { linkId, posted, refusal });
  }
};

/** Records what an official decided through a mailed link; the same form again gives the same receipt. */
export const createHandler = (deps: DecideTaskDeps) =>
  httpBundle(deps.observability, { headers: PAGE_HEADERS, onError: pageErrors(deps.observability) }).handler(
    async (event) => {
      refuseForeignOrigin(event, deps.publicOrigin);
      const linkId = linkIdIn(event);
      const [link, posted] = [await findLink(deps.links, linkId), await readForm(event)];
      // The link of a superior answers a request, that of a head a draft; that of a holder decides the task.
      if (link.requestSeq === undefined && isAboutCode(posted))
        return answerByCode(deps, {
          ...{ linkId, posted },
          receipt: (outcome, decision) => receipt(deps, linkId, { outcome, decision }),
        });
      if (link.requestSeq === undefined) return decide(deps, linkId, posted);
      return isHeadAnswer(posted) || (await viewProposal(deps, link)) !== null
        ? answerDraft(deps, { linkId, link, posted })
        : answerRequest(deps, linkId, posted);
    },
  );
