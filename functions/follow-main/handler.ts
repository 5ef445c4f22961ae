import * as z from 'zod';
import type { ChangeDeps } from '../../core/use-cases/change-petition.js';
import { followMain } from '../../core/use-cases/follow-main.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { taskBundle, ThreadRunSchema } from '../middleware/task-bundle.js';

export type FollowMainDeps = ChangeDeps & { observability: Observability };

/** Outcomes are in the record, never in the execution. */
const FollowOutputSchema = z.strictObject({});

/** Does to a duplicate what has become of its main petition. The one step of the workflow that opens the vault. */
export const createHandler = (deps: FollowMainDeps) =>
  taskBundle(deps.observability, { input: ThreadRunSchema, output: FollowOutputSchema }, async (at) => {
    await followMain(deps, at);
    count(deps.observability, METRIC.petitionAdvanced);
    deps.observability.logger.info('Main petition followed');
    return {};
  });
