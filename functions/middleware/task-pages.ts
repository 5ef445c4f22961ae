import type { LiveSupport } from '../../core/use-cases/view-support.js';
import type { LiveTask } from '../../core/use-cases/view-task.js';
import { renderSupportPage } from '../../web/server/support-page.js';
import { supportPageViewOf } from '../../web/server/support-view-of.js';
import { renderTaskPage } from '../../web/server/task-page.js';
import { taskPageViewOf } from '../../web/server/view-of.js';
import type { FieldError, TypedFields } from '../../web/server/views.js';
import { photoPath } from './link-path.js';

/** The page of a link that acts: the holder's or a supporting agency's; with what a refused form held. */
export const pageOf = (
  task: LiveTask | LiveSupport,
  { linkId, ...posted }: { linkId: string; posted?: { typed: TypedFields; errors: FieldError[] } },
): string => {
  const ask = { photoHref: (index: number) => photoPath(linkId, index), ...posted };
  return task.kind === 'support'
    ? renderSupportPage(supportPageViewOf(task, ask))
    : renderTaskPage(taskPageViewOf(task, ask));
};
