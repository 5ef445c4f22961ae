import { IllegalTransitionError, TaskClosedError, ValidationError } from '../../core/errors.js';
import { viewTask, type ViewTaskDeps } from '../../core/use-cases/view-task.js';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { fieldErrors, movedPageViewOf } from '../../web/server/view-of.js';
import type { FieldError } from '../../web/server/views.js';
import { pageOf } from '../middleware/task-pages.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { html, type HttpResult } from '../middleware/responses.js';
import { typedIn, type PostedForm } from './read-form.js';

/** Why a form was not recorded, as the page says it. */
export interface Refusal {
  status: 409 | 422;
  errors: FieldError[];
}

const CHANGED: FieldError = {
  field: 'decision',
  message: 'Kiến nghị đã thay đổi từ khi mở trang này. Xin xem lại phần quá trình xử lý rồi chọn lại.',
};

/** The form's nonce was used for another decision: the page was sent, then gone back to. */
export const STALE: Refusal = {
  status: 409,
  errors: fieldErrors([{ pointer: '/decision', code: 'stale-form' }]),
};

/** The refusal that an error stands for; null when it is not the form's. */
export const refusalOf = (error: unknown, decision?: string): Refusal | null => {
  if (error instanceof ValidationError) return { status: 422, errors: fieldErrors(error.issues, decision) };
  if (error instanceof IllegalTransitionError || error instanceof TaskClosedError)
    return { status: 409, errors: [CHANGED] };
  return null;
};

/**
 * The page again, with a fresh nonce, everything that was typed and what is wrong with it. When the task is over, who
 * has decided or holds it now, and the text given back.
 */
export const showAgain = async (
  deps: ViewTaskDeps & { observability: Observability },
  ask: { linkId: string; posted: PostedForm; refusal: Refusal },
): Promise<HttpResult> => {
  const { linkId, posted, refusal } = ask;
  const typed = typedIn(posted);
  const task = await viewTask(deps, linkId);
  const petitionId = task.petition.id;
  if (task.kind === 'dead') {
    count(deps.observability, METRIC.decisionTooLate);
    deps.observability.logger.info('Decision too late', { petitionId });
    return html(409, renderMovedPage(movedPageViewOf(task, { typedText: typed['text'] ?? null })));
  }
  const fields = refusal.errors.map(({ field }) => field);
  deps.observability.logger.info('Decision refused', { petitionId, fields });
  return html(refusal.status, pageOf(task, { linkId, posted: { typed, errors: refusal.errors } }));
};
