import type { ThreadStore } from '../../core/ports/thread-store.js';
import { advancePetition, renewRun } from '../../core/use-cases/advance-petition.js';
import type { ChangeDeps } from '../../core/use-cases/change-petition.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { taskBundle } from '../middleware/task-bundle.js';
import { AdvanceInputSchema, AdvanceOutputSchema } from './schema.js';

export type AdvanceDeps = ChangeDeps & { threads: ThreadStore; observability: Observability };

/** Does one step that the workflow owes: a hop, a reminder, the end, or the next run. */
export const createHandler = (deps: AdvanceDeps) =>
  taskBundle(
    deps.observability,
    { input: AdvanceInputSchema, output: AdvanceOutputSchema },
    async ({ action, ...at }) => {
      if (action === 'Renew') await renewRun(deps, at);
      else await advancePetition(deps, at, action);
      count(deps.observability, METRIC.petitionAdvanced);
      deps.observability.logger.info('Petition advanced', { action });
      return {};
    },
  );
