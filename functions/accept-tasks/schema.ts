import * as z from 'zod';
import { parseTaskRef, type TaskRef } from '../../core/digests/digest-link.js';
import { DIGEST_PAGE } from '../../core/use-cases/view-digest.js';
import { lineText } from '../middleware/text-fields.js';

const task = z.string().transform((words, context): TaskRef => {
  const ref = parseTaskRef(words);
  if (ref !== null) return ref;
  context.addIssue({ code: 'custom', params: { code: 'not-valid' } });
  return z.NEVER;
});

/** The form of web/server/digest-page.ts: the boxes that are ticked. One that comes twice is one task. */
export const AcceptTasksSchema = z.strictObject({
  nonce: lineText(1, 80),
  tasks: z
    .array(z.string().max(60))
    .max(DIGEST_PAGE)
    .transform((all) => [...new Set(all)])
    .pipe(z.array(task)),
});
